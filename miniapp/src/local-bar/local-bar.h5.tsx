import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { clockOf } from '#shared/time';
import { noteServerTime, serverNow } from '../clock';
import { send } from '../device/request';
import { refreshAll } from '../use-route';
import styles from './local-bar.module.scss';

/** Undefined: not asked yet. A deployed stage has no such clock. */
const useLocal = create<{ local: boolean | undefined; busy: boolean }>(() => ({
  local: undefined,
  busy: false,
}));

const steps = [
  { minutes: 30, text: '快进 30 分钟' },
  { minutes: 120, text: '快进 2 小时' },
];
const askMs = 5_000;
const forwardMs = 120_000;

/** The local cloud's time, and how to let it pass. */
export function LocalBar() {
  const { local, busy } = useLocal();
  const [, tick] = useState(0);
  useEffect(() => {
    void askOnce();
    const timer = setInterval(() => tick((count) => count + 1), 10_000);
    return () => clearInterval(timer);
  }, []);
  if (!local) return null;
  return (
    <aside id='local-bar' className={styles.bar} aria-label='本地云'>
      <span id='local-time' className={styles.time}>
        {busy ? '正在快进…' : `本地云时间 ${clockOf(serverNow())}`}
      </span>
      {steps.map(({ minutes, text }) => (
        <button
          key={minutes}
          id={`forward-${minutes}`}
          type='button'
          className={styles.button}
          disabled={busy}
          onClick={() => void forward(minutes)}
        >
          {text}
        </button>
      ))}
    </aside>
  );
}

async function askOnce(): Promise<void> {
  if (useLocal.getState().local !== undefined) return;
  const local = await hear({ method: 'GET', url: '/local/clock', timeoutMs: askMs });
  useLocal.setState({ local });
}

async function forward(minutes: number): Promise<void> {
  useLocal.setState({ busy: true });
  await hear({ method: 'POST', url: '/local/forward', body: { minutes }, timeoutMs: forwardMs });
  useLocal.setState({ busy: false });
  refreshAll();
}

type Asked = Pick<Parameters<typeof send>[0], 'method' | 'url' | 'body' | 'timeoutMs'>;

/** Takes the time over from the answer. False when there is no local clock. */
async function hear({ url, ...asked }: Asked): Promise<boolean> {
  const header = { 'content-type': 'application/json' };
  const answer = await send({ ...asked, url: API + url, header });
  const { now } = (answer?.status === 200 && (answer.data as { now?: number } | null)) || {};
  if (typeof now !== 'number') return false;
  const receivedAt = Date.now();
  noteServerTime({ now, sentAt: receivedAt, receivedAt });
  return true;
}
