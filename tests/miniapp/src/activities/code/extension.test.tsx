import { endsFor } from '../../../../../miniapp/src/activities/code/extension';

const hour = 3_600_000;
const startsAt = Date.UTC(2026, 10, 24, 6);
const endsAt = startsAt + 2 * hour;

test.each([
  ['every half hour, up to four hours', {}, 8, endsAt + hour / 2],
  ['after an extension, what is left', { extendedTo: endsAt + 3 * hour }, 2, endsAt + 3.5 * hour],
  ['a long shift, up to a whole day', { endsAt: startsAt + 23 * hour }, 2, startsAt + 23.5 * hour],
  ['nothing left', { extendedTo: endsAt + 4 * hour }, 0, undefined],
])('%s', (_name, more, count, first) => {
  const ends = endsFor({ shiftId: 's', startsAt, endsAt, ...more });
  expect(ends).toHaveLength(count);
  expect(ends[0]).toBe(first);
});
