import { clockOf, dayMs, dayOf, minuteMs } from '#shared/time';
import { districtCodes } from '#shared/vocabulary';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { agendaIndex } from '../indexes';
import { tell } from '../notices/notice.table';
import { idFor } from '../platform/ids';
import { tried } from '../platform/log';
import { itemsOf } from '../platform/pages';
import { commit, create, or, read } from '../platform/table';
import { packOf } from '../rule-packs/pack.table';
import { lotOf } from './lot';
import { isDue } from './recheck.rules';
import { listedRound, recheckAt } from './round.table';

/**
 * Begins the rechecks whose moment has come: of the shifts that run now, those whose lot was drawn. Which they are and
 * when never changes, so a run may look again at any time.
 */
export async function beginRechecks({ now }: { now: number }): Promise<void> {
  for (const day of [dayOf(now - dayMs), dayOf(now)]) {
    await Promise.all(districtCodes.map((district) => beginIn(agendaIndex(district, day), now)));
  }
}

async function beginIn(agenda: string, now: number): Promise<void> {
  for await (const shift of itemsOf<Shift>({ index: 'gx2', pk: agenda })) {
    // In the order of their start: what follows has not begun.
    if (shift.startsAt > now) break;
    if (shift.endsAt > now) await tried('recheck', () => begin(shift, now));
  }
}

/** The index proposes, the shift decides. Whoever shows codes is told to show them. */
async function begin(named: Shift, now: number): Promise<void> {
  const { recheck } = await packOf(named.pack);
  if (!isDue(named, recheck, { lot: lotOf(named.shiftId), now })) return;
  const [shift, known] = await read(shiftAt(named.shiftId), recheckAt(named.shiftId));
  if (!shift || shift.cancelledAt !== undefined || known) return;
  const { shiftId, title, gates } = shift;
  const round = listedRound({
    ...{ version: 1, shiftId, name: 'recheck', kind: 'recheck', at: now, shard: 0, done: false },
    withinMinutes: recheck.withinMinutes,
  });
  const until = clockOf(now + recheck.withinMinutes * minuteMs);
  const living = Object.values(gates).filter(({ revokedAt }) => revokedAt === undefined);
  const shows = [...new Set(living.map(({ memberId }) => memberId))];
  await commit([
    or(create(recheckAt(shiftId), round), 'begun'),
    ...shows.map((memberId) =>
      or(
        tell(memberId, {
          noticeId: idFor('notice', 'recheck', shiftId, memberId),
          kind: 'recheck',
          text: `“${title}”正在现场复核：请在 ${until} 前出示签到码，让在场的人再扫一次。`,
          link: { page: '/activities/code/index', id: shiftId },
          at: now,
        }),
        'begun',
      ),
    ),
  ]);
}
