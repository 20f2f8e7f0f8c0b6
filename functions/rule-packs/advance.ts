import { startOfDay } from '#shared/time';
import { tell } from '../notices/notice.table';
import { idFor } from '../platform/ids';
import { commit, or, read, replace } from '../platform/table';
import { packOf, packsInForce } from './pack.table';
import { isEmptyDay, peopleAt } from './past-services';
import { createSimulation } from './simulate.rules';
import type { Place, Simulation } from './simulation.rules';
import { movedTo, nextDay, simulationAfter } from './simulation.rules';
import { listedSimulation, simulationAt } from './simulation.table';

/** A piece ends after so many entries, or so many questions to the table: about a second. */
const entriesPerPiece = 2_000;
const questionsPerPiece = 60;

/**
 * Does the piece that comes next: the people it came to and the job's next place are one commit. Whoever comes late, or
 * again, finds the job past this piece and does nothing.
 */
export async function advance(seen: Simulation, now: number): Promise<void> {
  const at = simulationAt(seen.packId, seen.packVersion);
  const [job] = await read(at);
  if (job?.version !== seen.version || job.state !== 'running') return;
  const next = await walked(job, now);
  await commit([
    or(replace(at, listedSimulation(next)), 'moved'),
    ...(next.state === 'done' ? [await tellStarter(next)] : []),
  ]);
}

async function walked(job: Simulation, now: number): Promise<Simulation> {
  const pack = await packOf({ id: job.packId, version: job.packVersion });
  const scene = { job, pack, from: startOfDay(job.from), others: await packsInForce() };
  const simulation = createSimulation(pack, job.tally);
  let place: Place = job.at;
  let [entries, questions] = [0, 0];
  while (place.day <= job.until && entries < entriesPerPiece && questions < questionsPerPiece) {
    questions += 1;
    const begins = place.shard === 0 && place.cursor === undefined;
    if (begins && (await isEmptyDay(place.day))) {
      place = { day: nextDay(place.day), shard: 0 };
      continue;
    }
    const page = await peopleAt(place, scene);
    for (const person of page.people) simulation.add(person);
    entries += page.read;
    place = page.next;
  }
  return movedTo(job, place, { tally: simulation.tally, now });
}

/** What was found so far stays; it is no ground for adopting the pack. */
export async function stop(job: Simulation, now: number): Promise<void> {
  const state = simulationAfter(job.state, 'stop');
  if (state === undefined) return;
  const stopped = listedSimulation({ ...job, state, movedAt: now });
  await commit([replace(simulationAt(job.packId, job.packVersion), stopped)]);
}

async function tellStarter({ packId, packVersion, runId, startedBy, movedAt, ...job }: Simulation) {
  const { name } = await packOf({ id: packId, version: packVersion });
  const { gained, lost } = job.tally;
  return tell(startedBy, {
    noticeId: idFor('notice', 'simulation', runId, 'done'),
    ...{ kind: 'job', at: movedAt },
    text: `“${name}”第 ${packVersion} 版试算完成：${gained} 人增加，${lost} 人减少。`,
    link: { page: '/rule-packs/list/index' },
  });
}
