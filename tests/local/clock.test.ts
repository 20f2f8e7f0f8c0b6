import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClock, forwardMinutesMax } from '../../local/clock';

const minuteMs = 60_000;
/** Ticks relative to the start, in whole minutes. */
function clockWithTicks(file?: string) {
  const ticks: number[] = [];
  const start = Date.now();
  const clock = createClock({
    everyMinutes: 5,
    tick: async (at) => void ticks.push(Math.round((at - start) / minuteMs)),
    ...(file && { file }),
  });
  return { clock, ticks };
}

test('forward → every scheduled run on the way, and one at the end', async () => {
  const { clock, ticks } = clockWithTicks();
  await clock.forward(12);
  expect(ticks).toEqual([5, 10, 12]);
  expect(clock.offsetMs()).toBe(12 * minuteMs);
  expect(Math.abs(clock.now() - Date.now() - 12 * minuteMs)).toBeLessThan(50);
});

test('the functions read the same offset', async () => {
  const { clock } = clockWithTicks();
  await clock.forward(7);
  expect(process.env.CLOCK_OFFSET_MS).toBe(String(7 * minuteMs));
});

test('two at a time → one after the other, nothing lost', async () => {
  const { clock, ticks } = clockWithTicks();
  await Promise.all([clock.forward(6), clock.forward(4)]);
  expect(ticks).toEqual([5, 6, 10]);
});

test('a run that fails → told to whoever moved the time; the next forward works', async () => {
  let fails = true;
  const clock = createClock({
    everyMinutes: 5,
    tick: async () => {
      if (fails) throw new Error('job failed');
    },
  });
  await expect(clock.forward(5)).rejects.toThrow('job failed');
  fails = false;
  await clock.forward(5);
  expect(clock.offsetMs()).toBe(10 * minuteMs);
});

test.each([0, -5, 1.5, Number.NaN, forwardMinutesMax + 1])('%p minutes → refused', (minutes) => {
  const { clock } = clockWithTicks();
  expect(() => clock.forward(minutes)).toThrow(RangeError);
});

test('two days → at most five minutes a step', async () => {
  const { clock, ticks } = clockWithTicks();
  await clock.forward(forwardMinutesMax);
  expect(ticks).toHaveLength(forwardMinutesMax / 5);
});

test('kept in a file → the next start goes on from there', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'clock-')), 'clock.json');
  await clockWithTicks(file).clock.forward(90);
  expect(clockWithTicks(file).clock.offsetMs()).toBe(90 * minuteMs);
});

test('real minutes → a run each, until stop', async () => {
  jest.useFakeTimers({ doNotFake: ['Date'] });
  try {
    const ticks: number[] = [];
    const clock = createClock({ everyMinutes: 5, tick: async (at) => void ticks.push(at) });
    clock.run();
    await jest.advanceTimersByTimeAsync(3 * minuteMs);
    expect(ticks).toHaveLength(3);
    await clock.stop();
    await jest.advanceTimersByTimeAsync(3 * minuteMs);
    expect(ticks).toHaveLength(3);
  } finally {
    jest.useRealTimers();
  }
});
