import { hourMs, minuteMs } from '#shared/time';
import { isDue, recheckMoment } from '../../../functions/shifts/recheck.rules';

const startsAt = 1_800_000_000_000;
const shift = { startsAt, endsAt: startsAt + 2 * hourMs };
const pack = { percent: 20, withinMinutes: 10 };
const lot = (chance: number, moment = 0.5) => ({ chance, moment });

test.each([
  ['drawn', shift, pack, lot(0.199), startsAt + 55 * minuteMs],
  ['not drawn', shift, pack, lot(0.2), undefined],
  ['a pack without rechecks', shift, { ...pack, percent: 0 }, lot(0), undefined],
  [
    'a pack that always asks',
    shift,
    { ...pack, percent: 100 },
    lot(0.999),
    startsAt + 55 * minuteMs,
  ],
  ['the earliest moment', shift, pack, lot(0, 0), startsAt + 10 * minuteMs],
  [
    'a shift too short to ask in',
    { startsAt, endsAt: startsAt + 30 * minuteMs },
    pack,
    lot(0),
    undefined,
  ],
])('moment, %s', (_name, it, recheck, drawn, moment) => {
  expect(recheckMoment(it, recheck, drawn)).toBe(moment);
});

test('the latest moment leaves everybody time to answer before the end', () => {
  const moment = recheckMoment(shift, pack, lot(0, 0.999_999)) ?? 0;
  expect(moment).toBeLessThanOrEqual(shift.endsAt - 20 * minuteMs);
});

test.each([
  ['a moment too early', {}, 54, false],
  ['now', {}, 55, true],
  ['the clock came late', {}, 110, true],
  ['too late to answer before the end', {}, 111, false],
  ['too late, but extended', { extendedTo: shift.endsAt + hourMs }, 111, true],
  ['called off', { cancelledAt: 1 }, 60, false],
])('due, %s', (_name, more, minutes, due) => {
  const now = startsAt + minutes * minuteMs;
  expect(isDue({ ...shift, ...more }, pack, { lot: lot(0), now })).toBe(due);
});

test('a lot that was not drawn is never due', () => {
  expect(isDue(shift, pack, { lot: lot(0.9), now: shift.endsAt - hourMs })).toBe(false);
});
