import type { StaffRoute } from '#shared/access';
import { importRoutes } from '#shared/imports';
import { dayOf } from '#shared/time';
import { importsIndex } from '../indexes';
import { organisationFor } from '../organisations/organisation-for';
import { readCursor, signCursor } from '../platform/cursor';
import { putFile, urlToGet } from '../platform/files';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { glance, query, read } from '../platform/table';
import type { MemberImport } from './import.rules';
import { isKept } from './import.rules';
import { importAt, pieceAt, rowsOf } from './import.table';
import type { ListedRow } from './list.rules';
import { reportOf, shownRow } from './report.rules';
import { shownImport } from './shown-import';

const listRoute = 'GET /organisations/{organisationId}/imports';
const showRoute = 'GET /organisations/{organisationId}/imports/{importId}';
const rowsRoute = 'GET /organisations/{organisationId}/imports/{importId}/rows';
const reportRoute = 'POST /organisations/{organisationId}/imports/{importId}/report';

/** The lists that an organisation's admins have brought, the latest first. */
export const imports = handle(
  listRoute,
  importRoutes[listRoute],
  async ({ organisationId, limit, cursor }, { caller, now }) => {
    await organisationFor(listRoute, caller, organisationId);
    const pk = importsIndex(organisationId);
    const page = await query<MemberImport>({ index: 'gx1', pk, limit, cursor, newestFirst: true });
    const kept = page.items.filter((job) => isKept(job, now));
    return { ...page, imports: kept.map((job) => shownImport(job, caller.volunteerId)) };
  },
);

export const showImport = handle(
  showRoute,
  importRoutes[showRoute],
  async ({ organisationId, importId }, { caller, now }) => {
    const job = await importFor(showRoute, caller, { organisationId, importId, now });
    return shownImport(job, caller.volunteerId);
  },
);

/** The rows with their answers, from the sheet's first on. */
export const importRows = handle(
  rowsRoute,
  importRoutes[rowsRoute],
  async ({ organisationId, importId, outcome, limit, cursor }, { caller, now }) => {
    const job = await importFor(rowsRoute, caller, { organisationId, importId, now });
    if (job.importerId !== caller.volunteerId) return refuse('not_allowed');
    const scope = `import ${importId} ${outcome ?? ''}`;
    const from = Number(readCursor(scope, cursor)?.row ?? 0);
    const rest = (await allRows(job, from)).filter((row) => !outcome || row.outcome === outcome);
    const last = rest.length > limit ? rest[limit - 1] : undefined;
    const next = signCursor(scope, last && { row: last.row });
    return { rows: rest.slice(0, limit).map(shownRow), ...(next && { cursor: next }) };
  },
);

/** The whole report as a file: a URL that gives it for ten minutes, to whoever brought the list. */
export const importReport = handle(
  reportRoute,
  importRoutes[reportRoute],
  async ({ organisationId, importId }, { caller, now }) => {
    const job = await importFor(reportRoute, caller, { organisationId, importId, now });
    if (job.importerId !== caller.volunteerId) return refuse('not_allowed');
    const key = `exports/imports/${caller.volunteerId}/${importId}.csv`;
    await putFile(key, 'text/csv', reportOf((await allRows(job, 0)).map(shownRow)));
    const fileName = `名单导入结果-${dayOf(job.startedAt)}.csv`;
    return { ...(await urlToGet(key, { fileName })), fileName };
  },
);

type Asked = { organisationId: string; importId: string; now: number };

async function importFor(route: StaffRoute, caller: Caller, asked: Asked): Promise<MemberImport> {
  const { organisationId, importId, now } = asked;
  await organisationFor(route, caller, organisationId);
  const [job] = await read(importAt(importId));
  const isThere = job?.organisationId === organisationId && isKept(job, now);
  return isThere ? job : refuse('not_found');
}

/** All rows after a row of the sheet. A list has fewer pieces than one read can give. */
async function allRows({ importId, pieces }: MemberImport, after: number): Promise<ListedRow[]> {
  const each = Array.from({ length: pieces }, (_, piece) => pieceAt(importId, piece));
  return (await glance(...each)).flatMap((piece, index) =>
    piece ? rowsOf(importId, index, piece).filter(({ row }) => row > after) : [],
  );
}
