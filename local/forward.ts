import { forwardMinutesMax } from './clock';
import { installation } from './folders';
import { holderOf } from './lock';
import { complain, messageOf, say } from './say';

/** `npm run forward -- 120`: lets two hours pass in the local cloud that runs. */
async function forward(minutes: number): Promise<void> {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > forwardMinutesMax) {
    throw new Error(`npm run forward -- <分钟 minutes, 1–${forwardMinutesMax}>`);
  }
  const url = holderOf(installation)?.url;
  if (!url) throw new Error('本机的志愿云没有在运行 / no local cloud runs: npm start');
  const answer = await fetch(`${url}/local/forward`, {
    method: 'POST',
    body: JSON.stringify({ minutes }),
  });
  const told = (await answer.json()) as { now?: number; message?: string };
  if (told.now === undefined) throw new Error(told.message ?? `HTTP ${answer.status}`);
  const time = new Date(told.now).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
  say(`过了 ${minutes} 分钟，现在是 ${time} / ${minutes} minutes have passed`);
}

forward(Number(process.argv[2])).catch((error) => {
  complain(messageOf(error));
  process.exit(1);
});
