import { createHash } from 'node:crypto';
import { importRoutes } from '#shared/imports';
import { shiftFor } from '../activities/shift-for';
import { audited } from '../audits/audit.table';
import { fileLimits, uploadKey } from '../files/file.rules';
import { importsIndex } from '../indexes';
import type { Organisation } from '../organisations/organisation.rules';
import { organisationAt } from '../organisations/organisation.table';
import { organisationFor } from '../organisations/organisation-for';
import { getFile } from '../platform/files';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, query, read, save, untilWon } from '../platform/table';
import type { MemberImport } from './import.rules';
import { importsPerDay, isKept, keptMs, startedLately } from './import.rules';
import { cut, importAt, listedImport, pieceRows, putPiece } from './import.table';
import type { ListedRow } from './list.rules';
import { listOf } from './list.rules';
import type { Paper } from './paper.rules';
import { shownImport } from './shown-import';

const route = 'POST /organisations/{organisationId}/imports';
const paperRoute = 'POST /shifts/{shiftId}/paper-list';

/**
 * Reads an uploaded list and begins to bring its people in. The list's content names the import: the same file again,
 * by whomever and however often, is the same import.
 */
export const startImport = handle(
  route,
  importRoutes[route],
  async ({ organisationId, fileId }, { caller, now }) => {
    const organisation = await organisationFor(route, caller, organisationId);
    return start({ organisation, fileId, importerId: caller.volunteerId, now });
  },
);

/** A sign-in sheet of paper for a shift: the same file, the same shift and the same way are the same import. */
export const startPaperList = handle(
  paperRoute,
  importRoutes[paperRoute],
  async ({ shiftId, fileId, reason, note, dry }, { caller, now }) => {
    const shift = await shiftFor(paperRoute, caller, shiftId);
    const [organisation] = await read(organisationAt(shift.organisationId));
    return start({
      ...{ organisation: organisation ?? refuse('not_found'), fileId, now },
      ...{ importerId: caller.volunteerId, paper: { shiftId, reason, note, dry, dryMinutes: 0 } },
    });
  },
);

type Starting = {
  organisation: Organisation;
  fileId: string;
  importerId: string;
  paper?: Paper;
  now: number;
};

async function start({ organisation, fileId, importerId, paper, now }: Starting) {
  const { organisationId } = organisation;
  const { bytesMax } = fileLimits.member_list;
  const key = uploadKey({ purpose: 'member_list', volunteerId: importerId, fileId });
  const file = (await getFile(key, bytesMax)) ?? refuse('file_missing');
  const hash = createHash('sha256').update(file).digest('hex');
  const importId = idFor('import', organisationId, hash, ...(paper ? waysOf(paper) : []));
  return untilWon(async () => {
    const [known] = await read(importAt(importId));
    if (known && isKept(known, now)) return shownImport(known, importerId);
    if (organisation.state !== 'active') return refuse('organisation_frozen');
    await demandPatience(organisationId, now);
    const rows = await rowsIn(file, paper !== undefined);
    const version = known?.version ?? 1;
    const job = newImport(
      { importId, organisationId, importerId, version, ...(paper && { paper }) },
      rows,
      now,
    );
    await commit([save(importAt(importId), known, job), ...recordWrites(job, rows, organisation)]);
    return shownImport(job, importerId);
  });
}

const waysOf = ({ shiftId, dry }: Paper): string[] => [shiftId, dry ? 'dry' : 'paper'];

/** A brake, not a decision: the index may be a moment old. */
async function demandPatience(organisationId: string, now: number): Promise<void> {
  const pk = importsIndex(organisationId);
  const latest = { index: 'gx1', pk, limit: importsPerDay, newestFirst: true } as const;
  const { items } = await query<MemberImport>(latest);
  if (startedLately(items, now) >= importsPerDay) refuse('imports_exhausted');
}

async function rowsIn(file: Buffer, times: boolean): Promise<ListedRow[]> {
  const { cellsOf } = await import('./sheet.part');
  const list = listOf(await cellsOf(file), { times });
  return list.status === 'read' ? list.rows : refuse(list.code);
}

type Named = Pick<MemberImport, 'importId' | 'organisationId' | 'importerId' | 'version' | 'paper'>;

function newImport(named: Named, rows: ListedRow[], now: number): MemberImport {
  const expiresAt = Math.ceil((now + keptMs) / 1000);
  const pieces = Math.ceil(rows.length / pieceRows);
  return listedImport({
    ...named,
    ...{ state: 'running', pieces, at: 0, rows: rows.length, counts: {} },
    ...{ startedAt: now, movedAt: now, expiresAt },
  });
}

/** The list itself, and the line in the log: who brought how many, never whom. */
function recordWrites(job: MemberImport, rows: ListedRow[], { name }: Organisation): Write[] {
  const { importId, organisationId, importerId, startedAt, expiresAt } = job;
  return [
    ...cut(importId, rows, expiresAt).map((piece, index) => putPiece(importId, index, piece)),
    audited(organisationId, {
      auditId: idFor('audit', 'import', importId, String(startedAt)),
      ...{ at: startedAt, by: importerId, to: `${rows.length} 行` },
      ...{ subjectId: organisationId, subjectName: name },
      ...whatOf(job.paper),
    }),
  ];
}

function whatOf(paper: Paper | undefined): { action: string; why: string } {
  if (!paper) return { action: 'members_imported', why: '导入成员名单' };
  return { action: 'paper_list_brought', why: paper.dry ? '试读，没有补录' : paper.note };
}
