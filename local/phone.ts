import path from 'node:path';
import { compileFunction } from 'node:vm';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import type { Request, Response, Route } from '#shared/api';
import type { Session } from '#shared/sessions';
import { root } from './folders';

/** The mini-program's own client, without screen: one phone, one person. */
export type Phone = {
  /** As `call` of miniapp/src/api.ts: throws Refused (with `code`) or Unreachable. */
  call<R extends Route>(route: R, request: Request<R>): Promise<Response<R>>;
  keep(session: Session): void;
  newRequestId(): string;
};

const source = path.join(root, 'miniapp/src');
const entry = `
  export { call } from './api';
  export { newRequestId } from './ids';
  export { keep } from './tokens';
`;
/** What the client asks of the device; the rest of it is the code that runs on phones. */
const devices: Record<string, string> = {
  request: 'export const { send } = DEVICE;',
  storage: 'export const { readStored, store, forget } = DEVICE;',
};

/** Builds the client once and gives a maker of phones that talk to `url`; each has its own memory. */
export async function phoneMaker(url: string): Promise<() => Phone> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: source, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    define: { API: JSON.stringify(url) },
    plugins: [deviceOfOurs],
  });
  const code = outputFiles[0]?.text ?? '';
  return () => {
    const module = { exports: {} };
    const run = compileFunction(code, ['module', 'exports', 'require', 'DEVICE']);
    run(module, module.exports, require, device());
    return module.exports as Phone;
  };
}

const deviceOfOurs: Plugin = {
  name: 'device-of-ours',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/device\/\w+$/ }, ({ path: asked }) => ({
      path: path.basename(asked),
      namespace: 'device',
    }));
    onLoad({ filter: /.*/, namespace: 'device' }, ({ path: name }) =>
      devices[name] === undefined
        ? { errors: [{ text: `the phone of local/phone.ts has no device/${name}` }] }
        : { contents: devices[name] },
    );
  },
};

type Sent = {
  method: string;
  url: string;
  header: Record<string, string>;
  body?: object;
  timeoutMs: number;
};

function device() {
  const memory = new Map<string, string>();
  return {
    async send({ method, url, header: headers, body, timeoutMs }: Sent) {
      const signal = AbortSignal.timeout(timeoutMs);
      const sent = body && { body: JSON.stringify(body) };
      try {
        const answer = await fetch(url, { method, headers, signal, ...sent });
        const text = await answer.text();
        return { status: answer.status, data: parsed(text) };
      } catch {
        return undefined;
      }
    },
    readStored: (key: string): unknown => {
      const text = memory.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    store: (key: string, value: unknown) => {
      memory.set(key, JSON.stringify(value));
      return true;
    },
    forget: (key: string) => void memory.delete(key),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
