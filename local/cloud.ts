import path from 'node:path';
import { createClock } from './clock';
import { connect, connectStreams, localAws } from './dynamo';
import type { Engine } from './engine';
import { startEngine } from './engine';
import { localBucket, startFileServer } from './file-server';
import { startGateway } from './gateway';
import type { HandlerOf } from './lambda';
import { bundled, invoke } from './lambda';
import { localRoutes } from './local-routes';
import type { PackagedFunction } from './packaged';
import { packagedFunctions } from './packaged';
import type { DeadLetter, Pump } from './pump';
import { createPump } from './pump';
import { secretsOf } from './secrets';
import type { Size } from './seed/items';
import type { Person } from './seed/seed';
import { seedNewFile, seedOnce } from './seeding';
import type { Message } from './sms-server';
import { localSmsApp, smsEnvironment, startSmsServer } from './sms-server';
import { createTable, openStream } from './table';
import type { SentMessage } from './wechat-mail';
import { templateSetting } from './wechat-mail';
import type { WeChatServer } from './wechat-server';
import { startWeChatServer } from './wechat-server';

/** The whole cloud in this process: the real handlers, the real table definition, an embedded engine. */
export type Cloud = {
  url: string;
  endpoint: string;
  tableName: string;
  people: readonly Person[];
  wechat: WeChatServer;
  dead: readonly DeadLetter[];
  /** Resolves when the stream's readers have caught up. */
  drain(): Promise<number>;
  /** Lets minutes of the cloud's time pass, 1 to 2,880. */
  forward(minutes: number): Promise<void>;
  /** The cloud's time in ms. */
  now(): number;
  /** When the demo data was made, in ms of the cloud's time. */
  seededAt: number;
  stop(): Promise<void>;
};
type Settings = {
  /** Where the installation keeps its data; absent: in memory, gone with the process. */
  folder?: string;
  port?: number;
  seed: Size | 'nothing';
  /** Folder of the built mini-program. */
  h5?: string;
  /** Where handlers come from; absent: the bundles that would be deployed. */
  handlerOf?: HandlerOf;
  onFault?: (error: unknown) => void;
  /** A short message that would have gone to a phone. */
  onMessage?: (message: Message) => void;
  /** A message that WeChat would have shown to somebody. */
  onWeChat?: (message: SentMessage) => void;
};

/** One at a time in a process: the handlers read their settings from its environment. */
export async function startCloud(settings: Settings): Promise<Cloud> {
  const { folder } = settings;
  const functions = packagedFunctions();
  const handlerOf = settings.handlerOf ?? bundled(functions);
  prepareEnvironment(folder);
  const engine = await startEngine({
    ...(folder && { folder, fill: (file: string) => seedNewFile({ ...settings, file }) }),
  });
  const closing: (() => Promise<void>)[] = [() => engine.stop()];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const tableName = await prepareTable(engine);
    const seeded = await seedOnce({ ...settings, endpoint: engine.endpoint, tableName });
    const call = caller(functions, handlerOf);
    const pump = await pumpOf({ ...settings, engine, functions, call });
    closing.push(() => pump.stop());
    const clock = createClock({ ...clockOf(functions, call, pump), ...inFolder(folder, 'clock') });
    closing.push(() => clock.stop());
    const { onWeChat } = settings;
    const wechat = await startWeChatServer({
      ...{ ...wechatApp, now: clock.now, taps: 'endless', ...(onWeChat && { onSent: onWeChat }) },
    });
    closing.push(() => wechat.stop());
    process.env.WECHAT_API = wechat.url;
    const { onMessage } = settings;
    const sms = await startSmsServer({
      ...{ ...localSmsApp, now: clock.now, ...(onMessage && { onMessage }) },
    });
    closing.push(() => sms.stop());
    Object.assign(process.env, smsEnvironment(sms.url));
    const shelf = folder && { folder: path.join(folder, 'files') };
    const files = await startFileServer({ ...shelf, now: clock.now });
    closing.push(() => files.stop());
    process.env.FILES_ENDPOINT = files.url;
    const routes = localRoutes({ people: seeded.people, wechat, sms, clock });
    const gateway = await startGateway({
      ...{ functions, handlerOf: waking(handlerOf, pump), localRoutes: routes, now: clock.now },
      ...(settings.port !== undefined && { port: settings.port }),
      ...(settings.h5 && { files: settings.h5 }),
      ...(settings.onFault && { onFault: settings.onFault }),
    });
    closing.push(() => gateway.stop());
    process.env.PUBLIC_ORIGIN = gateway.url;
    engine.lock?.tell({ url: gateway.url, endpoint: engine.endpoint });
    pump.run();
    clock.run();
    return {
      ...{ url: gateway.url, endpoint: engine.endpoint, tableName, wechat },
      ...{ people: seeded.people, seededAt: seeded.at, dead: pump.dead },
      ...{ drain: pump.drain, forward: clock.forward, now: clock.now, stop },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Whatever a request wrote is carried on at once. */
function waking(handlerOf: HandlerOf, pump: Pump): HandlerOf {
  return async (name) => {
    const handler = await handlerOf(name);
    return (event, context) => handler(event, context).finally(pump.wake);
  };
}

const wechatApp = { appId: 'wxlocal0000000000', appSecret: 'local-app-secret' };

const inFolder = (folder: string | undefined, name: string): { file?: string } =>
  folder ? { file: path.join(folder, `${name}.json`) } : {};

/** Sets what handlers and seed read from the environment, as far as it is known before anything runs. */
function prepareEnvironment(folder: string | undefined): void {
  for (const [name, value] of Object.entries(localAws)) process.env[name] ??= value;
  Object.assign(process.env, secretsOf(folder), {
    STAGE: 'local',
    FILES_BUCKET: localBucket,
    WECHAT_APP_ID: wechatApp.appId,
    WECHAT_APP_SECRET: wechatApp.appSecret,
    WECHAT_TEMPLATES: templateSetting,
  });
}

async function prepareTable({ endpoint }: Engine): Promise<string> {
  const client = connect(endpoint);
  const tableName = await createTable(client).finally(() => client.destroy());
  Object.assign(process.env, { DYNAMODB_ENDPOINT: endpoint, TABLE_NAME: tableName });
  return tableName;
}

type Call = (name: string, event: unknown) => Promise<unknown>;

function caller(functions: PackagedFunction[], handlerOf: HandlerOf): Call {
  return async (name, event) => {
    const timeoutMs = functions.find((one) => one.name === name)?.timeoutMs ?? 0;
    return invoke(await handlerOf(name), event, { name, timeoutMs });
  };
}

type Pumped = Settings & {
  engine: Engine;
  functions: PackagedFunction[];
  call: Call;
};

const longestPauseMs = 2_000;

async function pumpOf({ folder, engine, functions, call, onFault }: Pumped): Promise<Pump> {
  const client = connect(engine.endpoint);
  const streamArn = await openStream(client).finally(() => client.destroy());
  const readers = functions.flatMap(({ name, stream }) =>
    stream ? [{ name, ...stream, call: (event: unknown) => call(name, event) }] : [],
  );
  return createPump({
    client: connectStreams(engine.endpoint),
    streamArn,
    readers,
    ...(folder && { placesFile: path.join(folder, 'stream.json') }),
    pauseMs: (attempt) => Math.min(longestPauseMs, 50 * 2 ** attempt),
    onDead: ({ reader, reason, sequenceNumbers }) =>
      onFault?.(new Error(`${reader} gave up ${sequenceNumbers.join(', ')}: ${reason}`)),
  });
}

/** Runs what serverless.yml schedules, and lets the stream carry on what that wrote. */
function clockOf(functions: PackagedFunction[], call: Call, pump: Pump) {
  const scheduled = functions.filter(({ everyMinutes }) => everyMinutes !== undefined);
  return {
    everyMinutes: Math.min(5, ...scheduled.map(({ everyMinutes = 5 }) => everyMinutes)),
    tick: async (at: number) => {
      const time = new Date(at).toISOString();
      const event = { source: 'aws.events', 'detail-type': 'Scheduled Event', time, detail: {} };
      for (const { name } of scheduled) await call(name, { version: '0', ...event });
      await pump.drain();
    },
  };
}
