import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What app.json says, as far as the host needs it. */
export type AppConfig = {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string; text: string }[] };
  usingComponents?: Record<string, string>;
};
export type PageConfig = {
  usingComponents?: Record<string, string>;
  enablePullDownRefresh?: boolean;
};

/** A built mini-program on disk. Paths are relative to its folder, with forward slashes. */
export type PackageFiles = {
  files: string[];
  app: AppConfig;
  /** Every page's path, those of subpackages with their root. */
  pages: string[];
  tabs: string[];
  read(file: string): string;
  isFile(file: string): boolean;
  /** The configuration of a page or component, without its ending. */
  configOf(component: string): PageConfig;
  /** The paths of the components it uses. */
  componentsOf(component: string): Record<string, string>;
};

export function packageFiles(folder: string): PackageFiles {
  const at = (file: string) => path.join(folder, file);
  const read = (file: string) => readFileSync(at(file), 'utf8');
  const isFile = (file: string) => existsSync(at(file)) && statSync(at(file)).isFile();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter(isFile);
  const app = JSON.parse(read('app.json')) as AppConfig;
  const inside = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => path.posix.join(root, page)),
  );
  const pages = [...app.pages, ...inside];
  const configOf = (component: string): PageConfig =>
    isFile(`${component}.json`) ? JSON.parse(read(`${component}.json`)) : {};
  return {
    files,
    app,
    pages,
    tabs: (app.tabBar?.list ?? []).map(({ pagePath }) => pagePath),
    read,
    isFile,
    configOf,
    componentsOf: (component) => {
      const everywhere = pages.includes(component) ? app.usingComponents : {};
      const used = { ...everywhere, ...configOf(component).usingComponents };
      return Object.fromEntries(
        Object.entries(used).map(([name, given]) => [name, absolute(component, given)]),
      );
    },
  };
}

/** A path as written in a file: from the package's root with a slash, else from the file's folder. */
export function absolute(from: string, given: string): string {
  return given.startsWith('/') ? given.slice(1) : path.posix.join(path.posix.dirname(from), given);
}
