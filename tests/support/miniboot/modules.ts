import type { PackageFiles } from './package-files';
import { absolute } from './package-files';

/** Runs the scripts of a built mini-program as WeChat does: CommonJS, each once, with `scope` as its globals. */
export function createModules(files: PackageFiles, scope: Record<string, unknown>) {
  const loaded = new Map<string, { exports: unknown }>();

  const fileOf = (from: string, id: string): string => {
    const bare = absolute(from, id);
    const file = [bare, `${bare}.js`, `${bare}/index.js`].find(files.isFile);
    if (!file) throw new Error(`module '${id}' is not defined (required by ${from})`);
    return file;
  };
  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const globals = {
      ...scope,
      module,
      exports: module.exports,
      require: (id: string) => load(fileOf(file, id)),
    };
    try {
      const run = new Function(...Object.keys(globals), `${files.read(file)}\n//# ${file}`);
      run(...Object.values(globals));
    } catch (error) {
      loaded.delete(file);
      if (error instanceof Error) error.message = `${file}: ${error.message}`;
      throw error;
    }
    return module.exports;
  };
  return { load };
}
