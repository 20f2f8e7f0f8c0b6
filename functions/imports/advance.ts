import type { ImportOutcome } from '#shared/imports.words';
import { tell } from '../notices/notice.table';
import { organisationAt } from '../organisations/organisation.table';
import { idFor } from '../platform/ids';
import type { Write } from '../platform/table';
import { commit, read, replace, untilWon } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { awaitPhone, nameMarks } from './awaited.table';
import type { MemberImport } from './import.rules';
import { importAfter, judgeRow, moved } from './import.rules';
import type { Piece } from './import.table';
import { importAt, listedImport, pieceAt, putPiece, rowsOf } from './import.table';
import type { ListedRow } from './list.rules';
import { bareName } from './list.rules';
import type { Paper } from './paper.rules';
import type { Behind } from './people';
import { peopleBehind } from './people';
import { admitWrites, inviteWrites } from './row-writes';
import { typeRows } from './type-rows';

/**
 * Does the piece that comes next, all of it or nothing: the answers of its rows and the job's next state are one
 * commit. Whoever comes late, or again, finds the job past this piece and does nothing.
 */
export async function advance(seen: MemberImport, now: number): Promise<void> {
  const { importId, organisationId } = seen;
  await untilWon(async () => {
    const [job, piece, organisation] = await read(
      importAt(importId),
      pieceAt(importId, seen.at),
      organisationAt(organisationId),
    );
    if (job?.at !== seen.at || importAfter(job.state, 'move') === undefined) return;
    if (!piece || organisation?.state !== 'active') return stop(job, now);
    const rows = rowsOf(importId, job.at, piece);
    if (job.paper) return advancePaper({ ...job, paper: job.paper }, { piece, rows, now });
    const answered = await answer(rows, { job, organisation, now });
    const outcomes = answered.map(({ outcome }) => outcome);
    const next = moved(job, outcomes, now);
    await commit([
      replace(importAt(importId), listedImport(next)),
      putPiece(importId, job.at, { ...piece, outcomes }),
      ...answered.flatMap(({ writes }) => writes),
      ...(next.state === 'done' ? [tellImporter(next, organisation.name)] : []),
    ]);
  });
}

type PaperImport = MemberImport & { paper: Paper };
type PieceOf = { piece: Piece; rows: ListedRow[]; now: number };

/** A piece of a sign-in sheet: its rows are typed one by one, then their answers are written with the job's next state. */
async function advancePaper(job: PaperImport, { piece, rows, now }: PieceOf): Promise<void> {
  const { importId, paper } = job;
  const { outcomes, dryMinutes } = await typeRows(rows, job, now);
  const next = moved({ ...job, paper: { ...paper, dryMinutes } }, outcomes, now);
  await commit([
    replace(importAt(importId), listedImport(next)),
    putPiece(importId, job.at, { ...piece, outcomes }),
    ...(next.state === 'done' && !paper.dry ? [tellTypist(next)] : []),
  ]);
}

function tellTypist({ importId, importerId, organisationId, ...job }: MemberImport) {
  return tell(importerId, {
    noticeId: idFor('notice', 'import', importId, 'done'),
    ...{ kind: 'job', at: job.movedAt },
    text: `签到表已处理完：共 ${job.rows} 行，补录 ${job.counts.typed ?? 0} 人，等另一人审核。`,
    link: { page: '/imports/list/index', id: organisationId },
  });
}

/** What was not done stays as it is; the importer reads in the report which rows they are. */
export async function stop(job: MemberImport, now: number): Promise<void> {
  const state = importAfter(job.state, 'stop');
  if (state === undefined) return;
  const stopped = listedImport({ ...job, state, movedAt: now });
  await commit([replace(importAt(job.importId), stopped)]);
}

function tellImporter(
  { importId, importerId, organisationId, ...job }: MemberImport,
  name: string,
) {
  const invited = job.counts.invited ?? 0;
  return tell(importerId, {
    noticeId: idFor('notice', 'import', importId, 'done'),
    ...{ kind: 'job', at: job.movedAt },
    text: `“${name}”的名单已处理完：共 ${job.rows} 行，新邀请 ${invited} 人。`,
    link: { page: '/imports/list/index', id: organisationId },
  });
}

type Around = {
  job: MemberImport;
  organisation: { organisationId: string; name: string };
  now: number;
};
type Answered = { outcome: ImportOutcome; writes: Write[] };

async function answer(rows: ListedRow[], around: Around): Promise<Answered[]> {
  const { importerId, organisationId } = around.job;
  const pending = rows.filter(({ outcome }) => outcome === 'pending');
  const people = await peopleBehind(
    pending.map(({ phone }) => phone),
    organisationId,
  );
  const met = new Set<string>();
  return rows.map((row) => {
    if (row.outcome !== 'pending') return { outcome: row.outcome, writes: [] };
    const behind = people.get(row.phone) ?? {};
    const id = behind.person?.volunteerId;
    // Two numbers of one person, both on the list: the second row changes nothing any more.
    if (id !== undefined && met.has(id)) return { outcome: 'duplicate', writes: [] };
    if (id !== undefined) met.add(id);
    const outcome = judgeRow(row, behind.person, importerId);
    return { outcome, writes: writesFor(outcome, { row, behind }, around) };
  });
}

function writesFor(
  outcome: ImportOutcome,
  { row, behind }: { row: ListedRow; behind: Behind },
  { job, organisation, now }: Around,
): Write[] {
  const { importId, importerId, organisationId, expiresAt } = job;
  const { person, stillNobody } = behind;
  if (!person) {
    const [{ mark }] = wayMarks('phone', row.phone);
    const [nameMark = ''] = nameMarks(mark, bareName(row.name));
    const cause = { organisationId, importId, importerId, nameMark };
    const awaited = { version: 1, ...cause, since: now, expiresAt };
    return [awaitPhone(mark, awaited), ...(stillNobody ? [stillNobody] : [])];
  }
  const invitation = { organisation, ...person, importId, importerId, now };
  if (outcome === 'invited') return inviteWrites(invitation);
  return outcome === 'joined' ? admitWrites(invitation) : [];
}
