import { dayOf, minuteMs } from '#shared/time';
import type { Evidence, ServiceRecord } from '../../functions/records/record.rules';
import { recordAt } from '../../functions/records/record.table';
import type { TestCloud } from './cloud';
import type { Person } from './given';
import { activity } from './given';
import { putAll } from './put-all';

/** Records that somebody would have to look at, past the scans that would have made them. */
type Scene = { organiser: Person; organisationId: string; people: string[] };
type Made = { shiftId: string; people: string[]; month: string };

/** A class whose pupils all scan with one phone, a minute after each other. */
export async function onePhoneClass(cloud: TestCloud, scene: Scene): Promise<Made> {
  const { organiser, organisationId, people } = scene;
  const { shiftId, activityId, startsAt } = await activity(cloud, { organiser, organisationId });
  const end = (i: number): Evidence => ({
    ...{ scanId: `${'A'.repeat(24)}${String(i).padStart(2, '0')}`, by: 'token', gate: 0, step: 1 },
    device: 'one phone',
  });
  const records = people.map((volunteerId, i): ServiceRecord => {
    const at = startsAt + i * minuteMs;
    return {
      ...{ version: 2, volunteerId, maskedName: '李*', shiftId, activityId, title: '海边清洁' },
      ...{ placeName: '五四广场', state: 'credited', walkIn: false, placeShard: 0, salt: 'salt' },
      ...{ startsAt, endsAt: startsAt + 120 * minuteMs, rawMinutes: 120 - i, creditedMinutes: 110 },
      ...{ inAt: at, inEvidence: end(i), outAt: at + 120 * minuteMs, outEvidence: end(i + 50) },
      ...{ grade: 'C', gx1pk: 'none', gx1sk: volunteerId },
    };
  });
  await putAll(records.map((it) => ({ ...recordAt(it.volunteerId, shiftId), ...it })));
  await cloud.drain();
  return { shiftId, people, month: dayOf(startsAt).slice(0, 6) };
}

/** Runs the night's look of the clock. */
export const lookAtNight = (cloud: TestCloud): Promise<void> =>
  (
    require('../../functions/suspicions/examine') as typeof import('../../functions/suspicions/examine')
  ).examineMonths({ now: cloud.now() });

/** Ids of people who never registered. */
export const strangers = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, i) => (0xeee000000000 + from + i).toString(16));
