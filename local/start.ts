import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Cloud } from './cloud';
import { startCloud } from './cloud';
import { h5Folder, installation } from './folders';
import { Held, holderOf } from './lock';
import { freePort } from './ports';
import { prepareFunctions, prepareH5 } from './prepare';
import { showRequests } from './request-lines';
import { complain, messageOf, say } from './say';

/** `npm start`: the whole product at one address. `-- --fresh`: new demo data. `-- --requests`: a line for each. */
async function start(): Promise<void> {
  const holder = holderOf(installation);
  if (holder) throw new Held(installation, holder);
  say('志愿云 · 本机  /  the volunteer cloud on this machine');
  if (process.argv.includes('--fresh')) forgetData();
  const [cloud] = await Promise.all([
    timed('函数 functions', prepareFunctions).then(() =>
      timed('数据与服务 data and services', startHere),
    ),
    timed('网页 pages for browsers', prepareH5),
  ]);
  showRequests(process.argv.includes('--requests') ? 'all' : 'faults');
  endWithSignals(cloud);
  introduce(cloud);
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const from = Date.now();
  const patience = setTimeout(() => say(`  … ${what}`), 2_000);
  const done = await work().finally(() => clearTimeout(patience));
  say(`  ✓ ${what}  ${((Date.now() - from) / 1000).toFixed(1)} s`);
  return done;
}

function forgetData(): void {
  for (const file of ['table.db', 'table.db-wal', 'table.db-shm', 'people.json', 'stream.json']) {
    rmSync(path.join(installation, file), { force: true });
  }
  rmSync(path.join(installation, 'clock.json'), { force: true });
  rmSync(path.join(installation, 'files'), { recursive: true, force: true });
}

/** At the port that was asked for; else at 3000, or at a free one when that is taken. */
async function startHere(): Promise<Cloud> {
  return startCloud({
    folder: installation,
    h5: h5Folder,
    seed: 'city',
    port: process.env.PORT ? Number(process.env.PORT) : await freePort(3000),
    onFault: (error) => complain(messageOf(error)),
    onWeChat: ({ openid, lines }) => say(`  微信消息 WeChat  ${openid}  ${lines.join('｜')}`),
    onMessage: ({ phone, code, about }) =>
      say(
        `  短信 SMS  ${phone}  ${about ? `告知监护人 guardian of ${about}` : `验证码 code ${code}`}`,
      ),
  });
}

function endWithSignals(cloud: Cloud): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      say('停止 / stopping …');
      cloud.stop().then(
        () => process.exit(0),
        (error) => {
          complain(messageOf(error));
          process.exit(1);
        },
      );
    });
  }
}

const staleAfterMs = 12 * 3_600_000;

function introduce({ url, people, now, seededAt }: Cloud): void {
  say('');
  say(`  打开 open    ${url}`);
  say('  两个标签页可以是两个人 / two tabs can be two people:');
  for (const { key, name, note } of people) say(`    ${name} (${key})  ${note}`);
  say('');
  say('  快进 two hours pass         npm run forward -- 120');
  say('  重来 new demo data          npm start -- --fresh');
  say('  停止 stop                   Ctrl-C');
  if (now() - seededAt > staleAfterMs) {
    say('  演示数据已是以前的了 / the demo data is of an earlier day: npm start -- --fresh');
  }
}

start().catch((error) => {
  complain(messageOf(error));
  process.exit(1);
});
