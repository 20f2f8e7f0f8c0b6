import path from 'node:path';
import type { Route } from '#shared/api';
import { api } from '#shared/api';
import type { TestCloud } from './cloud';
import type { MiniProgram } from './miniboot/boot';
import { boot } from './miniboot/boot';
import type { Options, Stub } from './miniboot/calls';
import type { Storage } from './miniboot/storage';
import type { Launch } from './miniboot/wx';
import { root } from './tree';

/** What `npm run build:weapp` made. */
export const weappFolder = path.join(root, 'miniapp/dist/weapp');

/** A phone on which WeChat runs the built mini-program. A test sets what is around it, at any time. */
export type World = {
  openid: string;
  phoneNumber: string;
  /** What the camera sees next; nothing left: the person turns back. */
  seen: { result: string; path?: string }[];
  /** Where it is; `undecided` as long as WeChat has not asked the person. */
  position: { latitude: number; longitude: number; accuracy: number } | 'undecided' | 'refused';
  online: boolean;
  /** Told of each request before it leaves and again before its answer arrives; false: it is lost there. */
  passes: (route: Route, when: 'leaving' | 'arriving') => boolean;
};
export type WeappPhone = MiniProgram & {
  world: World;
  /** Taps one of the four at the bottom. */
  openTab(name: 'home' | 'nearby' | 'scan' | 'me'): Promise<void>;
};

/** Starts the built mini-program on a phone; its requests go to the cloud's real handlers. */
export function weappPhone(
  cloud: TestCloud,
  {
    storage = new Map(),
    launch = {},
    ...around
  }: { storage?: Storage; launch?: Partial<Launch> } & Pick<World, 'openid'> & Partial<World>,
): WeappPhone {
  const world: World = {
    phoneNumber: '13800138000',
    seen: [],
    position: 'undecided',
    online: true,
    passes: () => true,
    ...around,
  };
  const program = boot(weappFolder, { storage, launch, stubs: stubsOf(world, cloud) });
  const openTab = async (name: string) => {
    const page = `tabs/${name}/index`;
    (program.wx.switchTab as Stub)({ url: `/${page}`, success: () => undefined });
    await program.untilPage(page);
  };
  return { ...program, world, openTab };
}

function stubsOf(world: World, cloud: TestCloud): Record<string, Stub> {
  return {
    login: () => ({ code: cloud.wechat.issueLoginCode(world.openid) }),
    request: (options) => requested(options, { world, cloud }),
    scanCode: () => {
      const seen = world.seen.shift();
      if (!seen) throw new Error('cancel');
      return { scanType: 'QR_CODE', charSet: 'UTF-8', ...seen };
    },
    getSetting: () => {
      if (world.position === 'undecided') return { authSetting: {} };
      return { authSetting: { 'scope.userLocation': world.position !== 'refused' } };
    },
    getLocation: () => {
      // Asked for the first time, this person says no.
      if (world.position === 'undecided') world.position = 'refused';
      if (world.position === 'refused') throw new Error('auth deny');
      return world.position;
    },
    getNetworkType: () => ({ networkType: world.online ? 'wifi' : 'none' }),
    getScreenBrightness: () => ({ value: 0.5 }),
  };
}

/** A request of wx as the cloud's gateway would hand it to a function, and the answer as wx gives it back. */
async function requested(
  { url, method, header, data }: Options,
  { world, cloud }: { world: World; cloud: TestCloud },
) {
  const { route, parameters, query } = routeOf(String(method), String(url));
  if (!world.online || !world.passes(route, 'leaving')) throw new Error('');
  const answer = await cloud.send({
    route,
    path: parameters,
    ...(Object.keys(query).length > 0 && { query }),
    ...(data !== undefined && { body: JSON.stringify(data) }),
    headers: header as Record<string, string>,
  });
  if (!world.passes(route, 'arriving')) throw new Error('timeout');
  return { statusCode: answer.statusCode, header: answer.headers, data: JSON.parse(answer.body) };
}

/** Finds the route of an address, whichever origin the build was made for. */
function routeOf(method: string, url: string) {
  const [at = '', search = ''] = url.replace(/^https?:\/\/[^/]+/, '').split('?');
  const parts = at.split('/');
  for (const route of Object.keys(api) as Route[]) {
    const pattern = route.slice(method.length + 1).split('/');
    if (!route.startsWith(`${method} `) || pattern.length !== parts.length) continue;
    if (!pattern.every((part, index) => part.startsWith('{') || part === parts[index])) continue;
    const parameters = Object.fromEntries(
      pattern.flatMap((part, index) =>
        part.startsWith('{')
          ? [[part.slice(1, -1), decodeURIComponent(parts[index] ?? '')] as const]
          : [],
      ),
    );
    return { route, parameters, query: Object.fromEntries(new URLSearchParams(search)) };
  }
  throw new Error(`no route for ${method} ${url}`);
}
