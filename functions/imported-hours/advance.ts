import { uploadKey } from '../files/file.rules';
import { getFile } from '../platform/files';
import { commit, read, replace, save, untilWon } from '../platform/table';
import type { HoursListJob } from './hours-list.rules';
import { listAfter, moved, stepRows } from './hours-list.rules';
import { hoursListAt, listedHoursList } from './hours-list.table';
import type { ListedHours } from './list.rules';
import { linesIn } from './list.rules';
import { hashOfFile } from './signature';
import { sourceAt } from './source.table';
import { broughtInAt } from './waiting.table';
import { waitingOf } from './waiting-row';

/**
 * Does the rows that come next, all of them or none: they and how far the list has come are one commit. Whoever comes
 * late, or again, finds the list past them and does nothing.
 */
export async function advance(seen: HoursListJob, now: number): Promise<void> {
  const rows = await rowsOf(seen);
  await untilWon(async () => {
    const [job, source] = await read(hoursListAt(seen.listId), sourceAt(seen.sourceId));
    if (job?.state !== 'running' || job.at !== seen.at) return;
    if (!rows || source?.state !== 'confirmed') return stop(job, now);
    const step = rows.slice(job.at, job.at + stepRows).map((row) => waitingOf(row, job, now));
    const waiting = await read(...step.map(({ at }) => at));
    const brought = await read(...step.map(({ row }) => broughtInAt(row.sourceId, row.rowKey)));
    const open = step.map((one, index) => ({ ...one, known: waiting[index] }));
    // What was brought in stays so, whatever a later list says of it.
    const free = open.filter(({ known }, index) => !brought[index] && !known?.taken);
    const stored = free.filter(({ known }) => !known).length;
    const next = moved(job, { stored, known: step.length - stored }, now);
    await commit([
      replace(hoursListAt(job.listId), listedHoursList(next)),
      ...free.map(({ at, known, row }) =>
        save(at, known, { ...row, version: known?.version ?? 1 }),
      ),
    ]);
  });
}

/** The rows of what was verified; undefined when the file is gone or is another one. */
async function rowsOf(job: HoursListJob): Promise<ListedHours[] | undefined> {
  const { importerId: volunteerId, fileId, hash, startedAt } = job;
  const file = await getFile(uploadKey({ purpose: 'hours_list', volunteerId, fileId }));
  return file && hashOfFile(file) === hash ? linesIn(file, startedAt).rows : undefined;
}

async function stop(job: HoursListJob, now: number): Promise<void> {
  const state = listAfter(job.state, 'stop');
  if (state === undefined) return;
  await commit([replace(hoursListAt(job.listId), { ...job, state, movedAt: now })]);
}
