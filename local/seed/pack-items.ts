import type { RulePack } from '#shared/rule-packs';
import { dayMs, dayOf, startOfDay } from '#shared/time';
import type { HoursEntry } from '../../functions/hours/hours.table';
import { hoursOwnerOf } from '../../functions/keys';
import { idFor } from '../../functions/platform/ids';
import { packAt, packsInForceAt } from '../../functions/rule-packs/pack.table';
import { factOf } from '../../functions/rule-packs/past-services';
import { qingdao, shippedPack, shippedPacks } from '../../functions/rule-packs/shipped';
import type { Fact } from '../../functions/rule-packs/simulate.rules';
import { createSimulation } from '../../functions/rule-packs/simulate.rules';
import type { Simulation } from '../../functions/rule-packs/simulation.rules';
import { begun, movedTo, nextDay } from '../../functions/rule-packs/simulation.rules';
import { listedSimulation, simulationAt } from '../../functions/rule-packs/simulation.table';
import { volunteerIdOf } from './people';
import type { World } from './world';

/** Somebody of the city's office who is none of the cast, so that 吴海平 may adopt what they wrote. */
const author = volunteerIdOf('crowd-001');

/** A candidate for the city's next rule, tried on all that the demo's people have served. */
export function addRulePacks(world: World, now: number): void {
  const steps = [
    { fromMinutes: 16, countsMinutes: 30 },
    { fromMinutes: 46, countsMinutes: 60 },
  ];
  const pack: RulePack = {
    ...qingdao,
    ...{ version: 2, name: '青岛市志愿服务工时规则（修订稿）', validFrom: dayOf(now + 30 * dayMs) },
    source: '演示用的修订稿：不满 16 分钟不计，16 至 45 分钟计 0.5 小时，46 分钟起计 1 小时。',
    rounding: { kind: 'steps', short: steps, rest: steps },
  };
  const cause = idFor('rule pack', author, 'seed');
  const { id, version } = pack;
  const at = now - 2 * dayMs;
  world.put(packAt(id, version), { version: 1, pack, writtenBy: author, writtenAt: at });
  world.put(packsInForceAt, { version: 1, adopted: [], written: [{ id, version, cause }] });
  const runId = idFor('simulation', author, 'seed');
  const job = begun({ runId, packId: id, packVersion: version, startedBy: author }, 1, now);
  world.put(simulationAt(id, version), listedSimulation(tried(world, job, pack)));
}

/** As the job would have done it, in one go. */
function tried(world: World, job: Simulation, pack: RulePack): Simulation {
  const scene = { job, pack, others: shippedPacks, from: startOfDay(job.from) };
  const people = new Map<string, Fact[]>();
  for (const item of world.items()) {
    const volunteerId = hoursOwnerOf(item);
    if (volunteerId === undefined) continue;
    const entry = item as never as HoursEntry;
    const own = shippedPack(entry.pack, entry.packVersion);
    const fact = own && factOf(entry, own, scene);
    if (fact) people.set(volunteerId, [...(people.get(volunteerId) ?? []), fact]);
  }
  const simulation = createSimulation(pack, job.tally);
  for (const [volunteerId, facts] of people) {
    simulation.add({ mark: volunteerId.slice(-4), facts });
  }
  const past = { day: nextDay(job.until), shard: 0 };
  return movedTo(job, past, { tally: simulation.tally, now: job.startedAt });
}
