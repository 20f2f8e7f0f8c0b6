import type { TypingReason } from '#shared/hours.words';
import type { RefusalCode } from '#shared/refusals';
import { monthOf } from '#shared/time';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { audited } from '../audits/audit.table';
import { familyAt } from '../dependants/link.table';
import { rawMinutes, roundedMinutes } from '../hours/hours.rules';
import { tell } from '../notices/notice.table';
import { memberAt, organisationAt } from '../organisations/organisation.table';
import { idFor } from '../platform/ids';
import type { Write } from '../platform/table';
import { commit, create, read, save, unchanged, untilWon } from '../platform/table';
import { recordsAround } from '../records/around';
import { emptyCalendar } from '../records/calendar.rules';
import { calendarAt } from '../records/calendar.table';
import { overlapping } from '../records/overlap.rules';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { packOf } from '../rule-packs/pack.table';
import { settled, signedUp } from '../signups/standing';
import { whenWord } from '../signups/telling';
import { judgeMinor } from '../volunteers/minor.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import type { Draw } from './cap.rules';
import { drawnBy } from './cap.rules';
import { consume } from './cap.table';
import type { Caps } from './open-cap';
import { openCaps } from './open-cap';
import type { Typed } from './typed.rules';
import { isOwn, judgeTyping } from './typed.rules';
import { listedTyped, typedAt } from './typed.table';

/** Hours as somebody of the staff typed them. `typedId` names them: the same again is the same row. */
export type Typing = {
  shift: Shift;
  volunteerId: string | undefined;
  typedId: string;
  by: string;
  arrivedAt: number;
  leftAt: number;
  reason: TypingReason;
  note: string;
  now: number;
};
type TypingOutcome =
  | { status: 'typed'; typed: Typed; maskedName: string }
  | { status: 'refused'; code: RefusalCode };

const refused = (code: RefusalCode): TypingOutcome => ({ status: 'refused', code });

/**
 * Types hours, or (`dry`) says what would become of them after so many minutes more (`already`). They wait for somebody
 * else's decision; the minutes are taken from the month at once, so that nobody can type more than may be confirmed.
 */
export async function typeHours(
  asked: Typing,
  { dry = false, already = 0 } = {},
): Promise<TypingOutcome> {
  return untilWon(async () => {
    const known = await load(asked);
    const typing = { ...asked, shift: known.shift ?? asked.shift };
    const earlier = await earlierOf(typing, known);
    if (earlier) return earlier;
    const unfit = unfitPerson(typing, known);
    const { profile, caps } = known;
    if (unfit || !profile) return refused(unfit ?? 'typed_person_unfit');
    const minutes = await countedMinutes(typing);
    const code = await unfitTime(typing, known, minutes);
    if (code) return refused(code);
    const wanted = { minutes: minutes + already, reason: typing.reason, by: typing.by };
    const draw = drawnBy(wanted, caps);
    if (!draw) return refused('typed_cap_reached');

    const typed = rowOf(typing, { profile, minutes, draw, caps, known });
    if (!dry) await commit(writesOf(typing, { typed, known, profile }));
    return { status: 'typed', typed, maskedName: maskName(profile.name) };
  });
}

type Known = Awaited<ReturnType<typeof load>>;

/** One strong read of all that is judged, and the caps, which the month's first typing fixes. */
async function load({ shift, volunteerId = '', by, now }: Typing) {
  const { shiftId, organisationId } = shift;
  const [fresh, record, calendar, profile, family, member, organisation, typist] = await read(
    shiftAt(shiftId),
    recordAt(volunteerId, shiftId),
    calendarAt(volunteerId),
    profileAt(volunteerId),
    familyAt(volunteerId),
    memberAt(organisationId, volunteerId),
    organisationAt(organisationId),
    by === volunteerId ? undefined : profileAt(by),
  );
  const topId = organisation?.path[0] ?? organisationId;
  const caps = await openCaps({ organisationId, topId }, now);
  return { shift: fresh, record, calendar, profile, family, member, typist, topId, caps };
}

/** What this very request has done before, as it stands now. */
async function earlierOf(
  { shift, typedId }: Typing,
  { record, profile }: Known,
): Promise<TypingOutcome | undefined> {
  const { typing, maskedName = '' } = record ?? {};
  if (typing?.typedId !== typedId) return undefined;
  const { organisationId } = shift;
  const [typed] = await read(typedAt({ organisationId, typedId, typedAt: typing.at }));
  return (
    typed && { status: 'typed', typed, maskedName: profile ? maskName(profile.name) : maskedName }
  );
}

function unfitPerson(
  { volunteerId, by, shift }: Typing,
  { profile, family, member, record, calendar }: Known,
): RefusalCode | undefined {
  if (volunteerId === undefined) return 'typed_person_unfit';
  if (isOwn(by, volunteerId, family)) return 'not_to_oneself';
  const belongs = record !== undefined || member?.state === 'active';
  if (!profile || !belongs) return 'typed_person_unfit';
  if (calendar?.closed) return 'account_closed';
  return judgeMinor(profile, shift);
}

async function unfitTime(
  { shift, volunteerId = '', arrivedAt, leftAt, now }: Typing,
  { record }: Known,
  minutes: number,
): Promise<RefusalCode | undefined> {
  const served = { from: arrivedAt, until: leftAt };
  const around = await recordsAround(volunteerId, served);
  const overlaps = overlapping(around, { ...served, shiftId: shift.shiftId }) !== undefined;
  return judgeTyping(shift, { served, state: record?.state, minutes, overlaps, now });
}

/** Minutes as the shift's pack counts them, before the maxima of a day. */
async function countedMinutes({ shift, arrivedAt, leftAt }: Typing): Promise<number> {
  const pack = await packOf(shift.pack);
  const reserved = { from: shift.startsAt, until: Math.max(shift.endsAt, shift.extendedTo ?? 0) };
  const raw = rawMinutes({ from: arrivedAt, until: leftAt }, { reserved, rest: pack.rest });
  return roundedMinutes(raw, pack);
}

type Judged = { profile: StoredProfile; minutes: number; draw: Draw; caps: Caps; known: Known };

function rowOf(typing: Typing, { minutes, draw, known }: Judged): Typed {
  const { shift, volunteerId = '', typedId, by, reason, note, now } = typing;
  return listedTyped({
    ...{ version: 1, typedId, organisationId: shift.organisationId, topId: known.topId },
    ...{ month: monthOf(now), draw, volunteerId, shiftId: shift.shiftId, title: shift.title },
    ...{ servedFrom: typing.arrivedAt, servedUntil: typing.leftAt, minutes, reason, note },
    ...{ typedAt: now, typedBy: by, state: 'typed' },
  });
}

type Writing = { typed: Typed; known: Known; profile: StoredProfile };

function writesOf(typing: Typing, { typed, known, profile }: Writing): Write[] {
  const { organisationId, shiftId, volunteerId, typedId, title, typedAt: at } = typed;
  const { calendar, typist } = known;
  const hours = `${typed.minutes} 分钟`;
  return [
    save(recordAt(volunteerId, shiftId), known.record, typedRecord(typing, known, profile)),
    // Two rows of one person at once: the second finds the calendar written, and looks again.
    save(calendarAt(volunteerId), calendar, calendar ?? emptyCalendar),
    create(typedAt(typed), typed),
    // Whoever settles the shift at this moment closes it to typing.
    unchanged(shiftAt(shiftId), typing.shift),
    ...consume(typed),
    audited(organisationId, {
      auditId: idFor('audit', 'typed', typedId),
      ...{ at, by: typed.typedBy, action: 'hours_typed', subjectId: volunteerId },
      ...{ subjectName: maskName(profile.name), to: `${title}，${hours}`, why: typed.note },
    }),
    tell(volunteerId, {
      noticeId: idFor('notice', 'typed', typedId),
      ...{ kind: 'hours', at },
      text: `${maskName(typist?.name ?? '')}为您补录了${whenWord(typed.servedFrom)}“${title}”的服务 ${hours}，等另一位审核人确认。`,
      link: { page: '/checkins/records/index' },
    }),
  ];
}

function typedRecord(typing: Typing, { record }: Known, { name }: StoredProfile): ServiceRecord {
  const { shift, volunteerId = '', typedId, by, reason, note, now } = typing;
  const base = record ? settled(record, record.placeShard) : signedUp({ volunteerId, name }, shift);
  return {
    ...base,
    state: 'typed',
    inAt: typing.arrivedAt,
    outAt: typing.leftAt,
    ...(shift.extendedTo !== undefined && { extendedTo: shift.extendedTo }),
    typing: { typedId, by, at: now, reason, note },
  };
}
