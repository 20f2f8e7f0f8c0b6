import { hourMs } from '#shared/time';
import { earlyMs } from '../../../functions/activities/shift.rules';
import { activitiesOf } from '../../../local/seed/activities';
import { attendanceOf } from '../../../local/seed/attendance';
import { peopleOf } from '../../../local/seed/people';
import { placesOf } from '../../../local/seed/places';

const { communities } = placesOf();

describe.each(['04:00', '15:30', '21:20', '16:02'])('at %s UTC', (clock) => {
  const now = Date.parse(`2026-11-24T${clock}:00Z`);
  const activities = activitiesOf(communities, now);
  const all = attendanceOf(activities, peopleOf(now), now).map((one) => {
    const plan = one.activity.shifts[one.shift];
    if (!plan) throw new Error('no such shift');
    return { ...one, plan };
  });

  test('as many people as planned at every shift', () => {
    for (const activity of activities) {
      for (const [shift, { crowd }] of activity.shifts.entries()) {
        const own = all.filter((one) => one.activity.key === activity.key && one.shift === shift);
        expect([activity.key, own.length]).toEqual([activity.key, crowd]);
      }
    }
  });

  test('nobody is in two places at once', () => {
    const held = all.filter(({ state }) => state !== 'withdrawn');
    const clashes = held.filter(({ person, plan }) =>
      held.some(
        (other) =>
          other.person === person &&
          other.plan !== plan &&
          other.plan.startsAt < plan.endsAt &&
          plan.startsAt < other.plan.endsAt,
      ),
    );
    expect(clashes).toEqual([]);
  });

  test('every scan could have been made: in its window, in order, and not in the future', () => {
    for (const { plan, inAt, outAt } of all) {
      if (inAt === undefined) continue;
      expect(inAt).toBeGreaterThanOrEqual(plan.startsAt - earlyMs);
      expect(inAt).toBeLessThanOrEqual(now);
      if (outAt === undefined) continue;
      expect(outAt).toBeGreaterThan(inAt);
      expect(outAt).toBeLessThanOrEqual(Math.min(now, plan.endsAt + 2 * hourMs));
    }
  });

  test('every state of a record is there', () => {
    const states = new Set(all.map(({ state }) => state));
    expect(states).toEqual(new Set(['signed_up', 'withdrawn', 'checked_in', 'late', 'credited']));
  });

  test('two have already come to what begins in 20 minutes; 李雷 has not signed up for it', () => {
    const beach = all.filter(({ activity }) => activity.key === 'beach');
    expect(beach.filter(({ state }) => state === 'checked_in')).toHaveLength(2);
    expect(beach.some(({ person }) => person.key === 'volunteer')).toBe(false);
  });
});
