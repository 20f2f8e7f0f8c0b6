import type { Input, Response } from '#shared/api';
import type { GroupRow } from '#shared/signups';
import { signupRoutes } from '#shared/signups';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import type { Organisation } from '../organisations/organisation.rules';
import { organisationAt } from '../organisations/organisation.table';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, create, or, read, untilWon } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { afterEvent } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { maskPhone } from '../sessions/way.rules';
import { maskName } from '../volunteers/volunteer.rules';
import type { Group } from './group.table';
import { groupAt } from './group.table';
import { membersAmong } from './members';
import { takeOne } from './place';
import { answerUntil } from './signup.rules';
import { isSoldOut } from './sold-out';
import { questioned, signedUp } from './standing';
import { tellOf, whenWord } from './telling';

type Brought = Input<'POST /shifts/{shiftId}/group'>;
type Report = Response<'POST /shifts/{shiftId}/group'>;
type Outcome = GroupRow['outcome'];

const route = 'POST /shifts/{shiftId}/group';

/**
 * A company brings its people: as many as there are places, in the order of the list. Each holds a place for two days
 * and confirms for themself. The same list sent again gives the same report.
 */
export const bringGroup = handle(route, signupRoutes[route], async (brought, { caller, now }) => {
  const { shiftId, organisationId, requestId } = brought;
  const groupId = idFor('group', caller.volunteerId, requestId);
  const [shift, organisation, known] = await read(
    shiftAt(shiftId),
    organisationAt(organisationId),
    groupAt(shiftId, groupId),
  );
  if (!shift || !organisation) return refuse('not_found');
  await demandRole(route, caller, organisation.path);
  const marks = marksOf(brought);
  if (known) return reportOf(brought, outcomesOf(known, marks), now);
  if (shift.cancelledAt !== undefined) return refuse('shift_cancelled');
  if (now >= shift.startsAt) return refuse('shift_in_the_past');

  const outcomes = await askAll(brought, { shift, organisation, groupId, now });
  const kept = create(groupAt(shiftId, groupId), { marks, outcomes, at: now });
  await commit([or(kept, 'kept')]);
  return reportOf(brought, outcomes, now);
});

const marksOf = ({ organisationId, people }: Brought): string[] =>
  wayMarks('group', JSON.stringify([organisationId, people])).map(({ mark }) => mark);

const outcomesOf = (known: Group, marks: string[]): Outcome[] =>
  known.marks.some((mark) => marks.includes(mark)) ? known.outcomes : refuse('request_differs');

type Asking = { shift: Shift; organisation: Organisation; groupId: string; now: number };

async function askAll({ people, organisationId }: Brought, asking: Asking): Promise<Outcome[]> {
  const members = await membersAmong(people, organisationId);
  const outcomes: Outcome[] = [];
  const seen = new Set<string>();
  for (const { name, phone } of people) {
    const volunteerId = members.get(phone);
    if (seen.has(phone)) outcomes.push('repeated');
    else if (volunteerId === undefined) outcomes.push('unknown');
    else outcomes.push(await untilWon(() => ask({ volunteerId, name }, asking)));
    seen.add(phone);
  }
  return outcomes;
}

/** Whoever said no to this shift is not asked again; a question of this very list is found, not repeated. */
async function ask(
  person: { volunteerId: string; name: string },
  { shift, organisation, groupId, now }: Asking,
): Promise<Outcome> {
  const [record] = await read(recordAt(person.volunteerId, shift.shiftId));
  if (record?.question?.groupId === groupId && record.state === 'asked') return 'asked';
  if (!afterEvent(record?.state, 'ask') || record?.ended === 'self') return 'already';
  if (isSoldOut(shift.shiftId)) return 'full';
  const until = answerUntil(shift, now);
  const question = { by: 'group', name: organisation.name, until, groupId } as const;
  const asked = questioned(signedUp(person, shift, record), question);
  const told = tellOf(asked, {
    ...{ kind: 'signup', now },
    text: (name) =>
      `${organisation.name}邀请您参加${name}，已留着名额，请在 ${whenWord(until)} 前确认。`,
  });
  const placed = await takeOne(asked, { shift, known: { record }, more: [told] });
  return placed ? 'asked' : 'full';
}

/** Masked, in the order of the list. */
function reportOf({ people }: Brought, outcomes: Outcome[], now: number): Report {
  const rows = people.map(({ name, phone }, index): GroupRow => {
    const outcome = outcomes[index] ?? 'unknown';
    return { maskedName: maskName(name), maskedPhone: maskPhone(phone), outcome };
  });
  return { rows, now };
}
