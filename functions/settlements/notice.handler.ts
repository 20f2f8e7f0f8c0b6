import type { Notice, NoticeRow } from '#shared/settlements';
import { settlementRoutes } from '#shared/settlements';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { aliasOf } from '../platform/alias';
import { handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { glance } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { everybodyOf, pageOf } from '../records/roster';
import { goneName } from '../records/witness.rules';
import { isMinor } from '../volunteers/minor.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { shownEnd } from './seen';
import { isPublicRow, shareOf } from './settlement.rules';

const route = 'GET /shifts/{shiftId}/notice';

/** The public notice of a settled shift: open to anyone, names masked, people under 18 as a number only. */
export const notice = handleOpen(route, settlementRoutes[route], async (request, { now }) => {
  const { shiftId, limit, cursor } = request;
  const [shift] = await glance(shiftAt(shiftId));
  const { settledAt, noticeUntil } = shift ?? {};
  if (!shift || settledAt === undefined || noticeUntil === undefined) return refuse('not_found');
  const page = await pageOf(shift, { limit, cursor }, isPublicRow);
  const names = await namesOn(page.records);
  const { activityId, title, organisationName, startsAt, endsAt } = shift;
  return {
    ...{ shiftId, activityId, title, organisationName, startsAt, endsAt, settledAt, noticeUntil },
    rows: page.records.map((record) => rowOf(record, shift, names)),
    ...(cursor === undefined && { share: await shareOn(shift) }),
    cursor: page.cursor,
    now,
  };
});

/** So much of the whole list came late, or was typed. */
async function shareOn(shift: Shift): Promise<NonNullable<Notice['share']>> {
  const rows: ServiceRecord[] = [];
  for await (const record of everybodyOf(shift)) if (isPublicRow(record)) rows.push(record);
  return shareOf(rows);
}

/** Who is on a page: the people of its rows, and those who typed some of them. */
async function namesOn(records: ServiceRecord[]): Promise<Map<string, StoredProfile>> {
  const typists = records.flatMap(({ typing }) => (typing ? [typing.by, typing.approvedBy] : []));
  const ids = new Set([...records.map(({ volunteerId }) => volunteerId), ...typists]);
  const known = [...ids].flatMap((id) => id ?? []);
  const found: (StoredProfile | undefined)[] = [];
  for (let from = 0; from < known.length; from += 100) {
    found.push(...(await glance(...known.slice(from, from + 100).map(profileAt))));
  }
  return new Map(known.flatMap((id, index) => (found[index] ? [[id, found[index]]] : [])));
}

type Names = ReadonlyMap<string, StoredProfile>;

function rowOf(record: ServiceRecord, { shiftId, startsAt }: Shift, names: Names): NoticeRow {
  const { volunteerId, inAt, inEvidence, outAt, outEvidence, grade } = record;
  const rowId = aliasOf(volunteerId, shiftId);
  return {
    rowId,
    ...who(record, { rowId, profile: names.get(volunteerId), startsAt }),
    in: shownEnd(inAt, inEvidence),
    out: shownEnd(outAt, outEvidence),
    rawMinutes: record.rawMinutes ?? 0,
    creditedMinutes: record.creditedMinutes ?? 0,
    grade,
    ...typed(record, names),
    disputed: record.dispute !== undefined,
    noticeUntil: record.noticeUntil ?? 0,
  };
}

type Whom = { rowId: string; profile: StoredProfile | undefined; startsAt: number };

/** Whoever was under 18 then, or of whom nobody knows how old they were, is a number that stays the same on the list. */
function who({ maskedName }: ServiceRecord, { rowId, profile, startsAt }: Whom) {
  const named = profile ? !isMinor(profile, startsAt) : maskedName === goneName;
  return named
    ? { maskedName }
    : { number: 10_000 + (Number.parseInt(rowId.slice(0, 8), 16) % 90_000) };
}

function typed({ typing }: ServiceRecord, names: Names): Pick<NoticeRow, 'typed'> {
  if (!typing) return {};
  const nameOf = (id: string) => maskName(names.get(id)?.name ?? '') || goneName;
  const { reason, by, approvedBy } = typing;
  return {
    typed: { reason, by: nameOf(by), ...(approvedBy && { approvedBy: nameOf(approvedBy) }) },
  };
}
