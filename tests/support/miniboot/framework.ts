import * as glassEasel from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { TmplGroup } from 'glass-easel-template-compiler';
import { leaveDom, takeDom } from './dom';
import type { PackageFiles } from './package-files';

/** WeChat's own component framework, holding the templates and configurations of one built mini-program. */
export type Framework = ReturnType<typeof createFramework>;

export function createFramework(files: PackageFiles, errors: unknown[]) {
  takeDom();
  // Without it no element can be found by its id.
  glassEasel.globalOptions.writeIdToDOM = true;
  const heard = (error: unknown) => {
    errors.push(error);
    return false;
  };
  glassEasel.addGlobalErrorListener(heard);
  const environment = new MiniProgramEnv();
  const codeSpace = environment.createCodeSpace('', true);
  const context = new glassEasel.CurrentWindowBackendContext();
  const backend = environment.associateBackend(context);
  for (const file of files.files) {
    const component = file.replace(/\.json$/, '');
    if (component === file || !files.isFile(`${component}.js`)) continue;
    const usingComponents = files.componentsOf(component);
    codeSpace.addComponentStaticConfig(component, {
      ...files.configOf(component),
      usingComponents,
    });
  }
  const groups = compiledTemplates(files);
  for (const [component, content] of Object.entries(groups)) {
    codeSpace.addCompiledTemplate(component, {
      groupList: groups,
      content,
      // Without it `bindtap` would be written as an attribute and never called.
      fallbackListenerOnNativeNode: true,
    } as never);
  }
  return {
    codeSpace,
    backend,
    stop: () => {
      glassEasel.removeGlobalErrorListener(heard);
      leaveDom();
    },
  };
}

/** Compiles every WXML and WXS. A warning is as bad as an error: Taro's own output has none. */
function compiledTemplates({ files, read }: PackageFiles): Record<string, unknown> {
  const group = new TmplGroup();
  const said: string[] = [];
  for (const file of files) {
    if (file.endsWith('.wxs')) group.addScript(file.slice(0, -'.wxs'.length), read(file));
    if (!file.endsWith('.wxml')) continue;
    const found = group.addTmpl(file.slice(0, -'.wxml'.length), read(file)) as
      | { message?: string }[]
      | undefined;
    for (const one of found ?? []) said.push(`${file}: ${one.message ?? String(one)}`);
  }
  const generated = group.getTmplGenObjectGroups();
  group.free();
  if (said.length > 0) throw new Error(`WXML: ${said.join('; ')}`);
  return new Function(`return ${generated}`)() as Record<string, unknown>;
}
