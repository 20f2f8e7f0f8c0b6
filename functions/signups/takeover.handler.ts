import type { Response } from '#shared/api';
import { signupRoutes } from '#shared/signups';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { audited } from '../audits/audit.table';
import { memberPrefix, organisationKey } from '../keys';
import { tell } from '../notices/notice.table';
import type { Membership } from '../organisations/membership.rules';
import { carries } from '../organisations/organisation.rules';
import { memberAt } from '../organisations/organisation.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, query, read, replace, untilWon } from '../platform/table';
import { recordAt } from '../records/record.table';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { judgeTakeover } from './signup.rules';
import { steppingOf } from './stepping';
import { whenWord } from './telling';

type Done = Response<'POST /shifts/{shiftId}/takeover'>;

/**
 * A member who signed up shows the codes, because the organiser has not come. They may do so at this shift only, and
 * nothing else; the organisation's organisers are told, and its log says who.
 */
export const takeOver = handle(
  'POST /shifts/{shiftId}/takeover',
  signupRoutes['POST /shifts/{shiftId}/takeover'],
  async ({ shiftId }, { caller: { volunteerId }, now }): Promise<Done> =>
    untilWon(async () => {
      const [found, record, profile] = await read(
        shiftAt(shiftId),
        recordAt(volunteerId, shiftId),
        profileAt(volunteerId),
      );
      const shift = found ?? refuse('not_found');
      const [member] = await read(memberAt(shift.organisationId, volunteerId));
      const stepping = steppingOf({ volunteerId, record, profile, member }, now);
      const verdict = judgeTakeover(shift, stepping, now);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return { done: true };

      const name = maskName(profile?.name ?? '');
      await commit([
        replace(shiftAt(shiftId), { ...shift, standIn: { volunteerId, at: now } }),
        ...(await toldAll(shift, { volunteerId, name, now })),
      ]);
      return { done: true };
    }),
);

const organisersMax = 20;
const pageSize = 500;
const pagesMax = 40;

/** Those of an organisation's members who organise, wherever they stand in its list. */
async function organisersOf(
  organisationId: string,
  { but, now }: { but: string; now: number },
): Promise<Membership[]> {
  const organisers: Membership[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pagesMax && organisers.length < organisersMax; page++) {
    const found = await query<Membership>({
      pk: organisationKey(organisationId).pk,
      prefix: memberPrefix,
      limit: pageSize,
      cursor,
      only: { attribute: 'state', value: 'active' },
    });
    const isOne = (it: Membership) => carries(it, ['organiser', 'admin'], now);
    organisers.push(...found.items.filter((it) => isOne(it) && it.volunteerId !== but));
    cursor = found.cursor;
    if (cursor === undefined) break;
  }
  return organisers.slice(0, organisersMax);
}

async function toldAll(
  { shiftId, organisationId, title, startsAt }: Shift,
  { volunteerId, name, now }: { volunteerId: string; name: string; now: number },
): Promise<Write[]> {
  const organisers = await organisersOf(organisationId, { but: volunteerId, now });
  return [
    audited(organisationId, {
      auditId: idFor('audit', 'takeover', shiftId),
      ...{ at: now, by: volunteerId, action: 'shift_taken_over' },
      ...{ subjectId: shiftId, subjectName: title, why: '开始 10 分钟后没有组织者出示签到码' },
    }),
    ...organisers.map((one) =>
      tell(one.volunteerId, {
        noticeId: idFor('notice', 'takeover', shiftId, one.volunteerId),
        kind: 'role',
        text: `${whenWord(startsAt)} 的“${title}”没有组织者出示签到码，${name}已代为组织。`,
        link: { page: '/signups/sheet/index', id: shiftId },
        at: now,
      }),
    ),
  ];
}
