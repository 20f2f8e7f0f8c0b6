import type { Input } from '#shared/api';
import type { HoursList } from '#shared/imported-hours';
import { importedHoursRoutes } from '#shared/imported-hours';
import { audited } from '../audits/audit.table';
import { fileLimits, uploadKey } from '../files/file.rules';
import { hoursListsIndex } from '../indexes';
import { demandRole } from '../organisations/rights';
import { getFile } from '../platform/files';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, create, query, read, replace, unchanged, untilWon } from '../platform/table';
import { cityPath } from '../rule-packs/city-path';
import type { HoursListJob } from './hours-list.rules';
import { sentAgain } from './hours-list.rules';
import { hoursListAt, listedHoursList } from './hours-list.table';
import type { Heading, HoursLines } from './list.rules';
import { linesIn } from './list.rules';
import { hashOfFile, isSigned } from './signature';
import type { Source } from './source.rules';
import { sourceAt } from './source.table';

const listsRoute = 'GET /hour-sources/{sourceId}/lists';
const route = 'POST /hour-sources/{sourceId}/lists';

/**
 * Takes a list whose signature is its source's. The source's own name of the list names it here: the same file again
 * is the same list, and goes on where it stands.
 */
export const bringList = handle(route, importedHoursRoutes[route], async (asked, call) => {
  const { caller, now } = call;
  const { sourceId, fileId } = asked;
  const path = await cityPath();
  await demandRole(route, caller, path, { hidden: true });
  const [source] = await read(sourceAt(sourceId));
  const sent = { importerId: caller.volunteerId, fileId };
  const { heading, lines, hash } = await verified(source ?? refuse('not_found'), asked, call);
  const listId = idFor('hours list', sourceId, heading.list);
  return untilWon(async () => {
    const [known, current] = await read(hoursListAt(listId), sourceAt(sourceId));
    if (known && known.hash !== hash) return refuse('list_differs');
    if (current?.state !== 'confirmed') return refuse('source_unconfirmed');
    if (known) return goOn(known, sent, now);
    const { rows, wrong, wrongLines } = lines;
    const job = listedHoursList({
      ...{ version: 1, listId, sourceId, label: heading.list, state: 'running', ...sent, hash },
      ...{ rows: rows.length, at: 0, stored: 0, known: 0, wrong, wrongLines },
      ...{ startedAt: now, movedAt: now },
    });
    const line = {
      ...{ auditId: idFor('audit', 'hours list', listId), at: now, by: caller.volunteerId },
      ...{ action: 'hours_list_brought', subjectId: path[0] ?? '', subjectName: current.name },
      ...{ to: `${rows.length} 行`, why: `清单 ${heading.list}` },
    };
    await commit([
      create(hoursListAt(listId), job),
      unchanged(sourceAt(sourceId), current),
      ...path.map((root) => audited(root, line)),
    ]);
    return shownList(job);
  });
});

type Verified = { heading: Heading; lines: HoursLines; hash: string };

/** What the file says, when it is whole and its source's. Nothing of an unsigned file is looked at. */
async function verified(
  { sourceId, state, publicKey }: Source,
  { fileId, signature }: Input<typeof route>,
  { caller: { volunteerId }, now }: { caller: { volunteerId: string }; now: number },
): Promise<Verified> {
  if (state !== 'confirmed') return refuse('source_unconfirmed');
  const key = uploadKey({ purpose: 'hours_list', volunteerId, fileId });
  const file = (await getFile(key, fileLimits.hours_list.bytesMax)) ?? refuse('file_missing');
  if (!isSigned(file, { publicKey, signature })) return refuse('signature_wrong');
  const lines = linesIn(file, now);
  const { heading, rows, tooLong } = lines;
  if (heading?.source !== sourceId) return refuse('list_unreadable');
  if (tooLong) return refuse('list_too_long');
  if (rows.length === 0) return refuse('list_empty');
  return { heading, lines, hash: hashOfFile(file) };
}

async function goOn(
  known: HoursListJob,
  sent: Pick<HoursListJob, 'importerId' | 'fileId'>,
  now: number,
): Promise<HoursList> {
  const next = sentAgain(known, sent, now);
  if (next) await commit([replace(hoursListAt(known.listId), next)]);
  return shownList(next ?? known);
}

export const lists = handle(
  listsRoute,
  importedHoursRoutes[listsRoute],
  async ({ sourceId, cursor, limit }, { caller }) => {
    await demandRole(listsRoute, caller, await cityPath(), { hidden: true });
    const [source] = await read(sourceAt(sourceId));
    if (!source) return refuse('not_found');
    const pk = hoursListsIndex(sourceId);
    const listed = { index: 'gx1', pk, limit, cursor, newestFirst: true } as const;
    const page = await query<HoursListJob>(listed);
    return { lists: page.items.map(shownList), cursor: page.cursor };
  },
);

const shownList = (job: HoursListJob): HoursList => ({
  ...{ listId: job.listId, label: job.label, state: job.state, startedAt: job.startedAt },
  ...{ rows: job.rows, done: job.at, stored: job.stored, known: job.known },
  ...{ wrong: job.wrong, wrongLines: job.wrongLines },
});
