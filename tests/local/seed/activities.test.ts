import { draft } from '#shared/drafts';
import { dayMs, minuteMs, minuteOfDay } from '#shared/time';
import { categories } from '#shared/vocabulary';
import { activitiesOf, isFew } from '../../../local/seed/activities';
import { placesOf } from '../../../local/seed/places';

const { communities } = placesOf();
/** Noon, late evening, before dawn and just after midnight in Qingdao. */
const times = ['04:00', '15:30', '21:20', '16:02'].map((clock) =>
  Date.parse(`2026-11-24T${clock}:00Z`),
);

describe.each(times)('around %d', (now) => {
  const all = activitiesOf(communities, now);
  const around = all.filter(({ key }) => !key.startsWith('past'));
  const shifts = around.flatMap((one) => one.shifts);

  test('forty activities, and eight older ones', () => {
    expect(around).toHaveLength(40);
    expect(all).toHaveLength(48);
    expect(new Set(all.map(({ key }) => key)).size).toBe(48);
  });

  test('every state is there', () => {
    const open = shifts.filter(({ cancelled }) => !cancelled);
    const ended = open.filter(({ endsAt }) => endsAt <= now);
    const running = open.filter((it) => it.startsAt <= now && now < it.endsAt);
    const upcoming = open.filter(({ startsAt }) => startsAt > now);
    expect(ended.length).toBeGreaterThanOrEqual(6);
    expect(running.length).toBeGreaterThanOrEqual(7);
    expect(upcoming.filter((it) => it.startsAt - now <= 20 * minuteMs)).toHaveLength(2);
    expect(upcoming.some((it) => it.startsAt - now > 6 * dayMs)).toBe(true);
    expect(running.some((it) => it.crowd === it.capacity)).toBe(true);
    expect(running.some((it) => it.crowd < it.capacity)).toBe(true);
    expect(upcoming.some((it) => it.crowd === it.capacity)).toBe(true);
    expect(shifts.filter(({ cancelled }) => cancelled)).toHaveLength(1);
  });

  test('nobody is asked out at night, but for what is about to begin or runs', () => {
    const night = shifts.filter((it) => {
      const hour = minuteOfDay(it.startsAt) / 60;
      return Math.abs(it.startsAt - now) >= 120 * minuteMs && (hour < 7 || hour >= 21);
    });
    expect(night).toEqual([]);
  });
});

const now = times[0] ?? 0;

test('each could have been published by an organiser', () => {
  for (const { key: _, ...told } of activitiesOf(communities, now)) {
    const shifts = told.shifts.map(({ startsAt, endsAt, capacity }) => ({
      startsAt,
      endsAt,
      capacity,
    }));
    const asked = { ...told, shifts, requestId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' };
    expect(draft.safeParse(asked).error).toBeUndefined();
  }
});

test('all seventeen categories and all ten districts, most in 市南', () => {
  const all = activitiesOf(communities, now).slice(0, 40);
  expect(new Set(all.map(({ category }) => category)).size).toBe(Object.keys(categories).length);
  expect(new Set(all.map(({ district }) => district)).size).toBe(10);
  expect(all.filter(({ district }) => district === '370202').length).toBeGreaterThan(20);
});

test('a small city has eight, in every state, and the past', () => {
  const few = activitiesOf(communities, now).filter(isFew);
  expect(few).toHaveLength(16);
});
