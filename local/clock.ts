import { minuteMs } from '#shared/time';
import { keep, readKept } from './kept';

/** The time of the local cloud, which a person may move forward, and its scheduled functions. */
export type LocalClock = {
  /** Server time in ms. */
  now(): number;
  offsetMs(): number;
  /** Lets the minutes pass, with every scheduled run on the way. One after another when called twice. */
  forward(minutes: number): Promise<void>;
  /** Runs the schedules every real minute until `stop`. */
  run(): void;
  stop(): Promise<void>;
};
type Settings = {
  /** Runs the scheduled functions once, at the given time (ms). */
  tick: (at: number) => Promise<void>;
  everyMinutes: number;
  /** Keeps the offset over a restart. */
  file?: string;
};

/** Two days: beyond that nothing in the product becomes visible that a second call could not show. */
export const forwardMinutesMax = 48 * 60;

/** How far the installation's time has been moved, in ms. */
export const keptOffsetMs = (file: string | undefined): number =>
  (file && readKept<{ offsetMs: number }>(file)?.offsetMs) || 0;

/** `functions/platform/clock.ts` reads the offset from the environment at each call. */
export function createClock({ tick, everyMinutes, file }: Settings): LocalClock {
  let offset = keptOffsetMs(file);
  const move = (byMs: number) => {
    offset += byMs;
    process.env.CLOCK_OFFSET_MS = String(offset);
    if (file) keep(file, { offsetMs: offset });
  };
  move(0);
  const now = () => Date.now() + offset;
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const pass = async (minutes: number) => {
    for (let left = minutes; left > 0; left -= everyMinutes) {
      move(Math.min(left, everyMinutes) * minuteMs);
      await tick(now());
    }
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    now,
    offsetMs: () => offset,
    forward(minutes) {
      if (!Number.isInteger(minutes) || minutes < 1 || minutes > forwardMinutesMax) {
        throw new RangeError(`minutes: a whole number from 1 to ${forwardMinutesMax}`);
      }
      return inTurn(() => pass(minutes));
    },
    run() {
      timer ??= setInterval(() => void inTurn(() => tick(now())).catch(() => undefined), minuteMs);
    },
    async stop() {
      clearInterval(timer);
      await turn;
    },
  };
}
