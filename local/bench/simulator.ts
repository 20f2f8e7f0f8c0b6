import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../folders';
import type { Row } from './row';
import { inPassingFolder, rowOf } from './row';

/** A simulation keeps one person at a time: whatever the city's size, it takes no more memory than this. */
const heapMbMax = 200;

/**
 * A million services of fifty thousand people are counted again by another pack: by the simulator, one person after the
 * other, and as one would at first: all rows in memory, grouped by person, each counted by the rules of a credit.
 */
const program = `
  import { createSimulation, emptyTally } from './functions/rule-packs/simulate.rules';
  import { chongqing } from './functions/rule-packs/shipped';
  import { creditedByDay, totalOf } from './functions/hours/hours.rules';
  const people = 50_000, each = 20, dayMs = 86_400_000, minuteMs = 60_000;
  const begin = Date.UTC(2026, 0, 1);
  const categories = ['culture', 'environment', 'education', 'medical'];
  const mixed = (a, b) => Math.imul(a * 31 + b, 2_654_435_761) >>> 0;
  // Some serve at noon, some into the night; many of one person's services lie in one week.
  const factOf = (person, index) => {
    const chance = mixed(person, index);
    const from = begin + (index * 9 + (chance % 5)) * dayMs + (chance % 1_400) * minuteMs;
    const served = 15 + (chance % 300);
    return {
      sequence: index + 1, from, until: from + served * minuteMs, breaksMs: 0,
      creditedMinutes: served, grade: 'ABCDE'[chance % 5], category: categories[chance % 4],
      district: '370202', perHour: 600, recounts: true,
    };
  };
  let peak = 0;
  const look = () => { peak = Math.max(peak, process.memoryUsage().heapUsed); };
  // The processor's time: other work on the machine does not count.
  const begun = process.cpuUsage();
  let minutes = 0;
  if (process.argv[2] === 'ours') {
    const simulation = createSimulation(chongqing, emptyTally());
    for (let person = 0; person < people; person++) {
      const facts = Array.from({ length: each }, (_, index) => factOf(person, index));
      simulation.add({ mark: String(person), facts });
      if (person % 500 === 0) look();
    }
    minutes = simulation.tally.after.minutes;
  } else {
    const rows = [];
    for (let index = 0; index < each; index++) {
      for (let person = 0; person < people; person++) rows.push({ person, ...factOf(person, index) });
    }
    look();
    const groups = new Map();
    for (const row of rows) {
      const own = groups.get(row.person);
      if (own) own.push(row);
      else groups.set(row.person, [row]);
    }
    for (const own of groups.values()) {
      const byDay = {};
      for (const { from, until } of own) {
        const raw = Math.floor((until - from) / minuteMs);
        const more = creditedByDay({ from, until, raw }, { pack: chongqing, byDay });
        for (const [day, one] of Object.entries(more)) byDay[day] = (byDay[day] ?? 0) + one;
        minutes += totalOf(more);
      }
    }
    look();
  }
  const { user, system } = process.cpuUsage(begun);
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, heapMb: peak / 2 ** 20, minutes }));
`;

type Run = { seconds: number; heapMb: number; minutes: number };

export async function benchSimulator(): Promise<Row[]> {
  return inPassingFolder(async (folder) => {
    const script = path.join(folder, 'simulator.mjs');
    const stdin = { contents: program, resolveDir: root, loader: 'ts' as const };
    await build({ stdin, outfile: script, bundle: true, platform: 'node', format: 'esm' });
    const [ours, plain] = (['ours', 'plain'] as const).map((way): Run => {
      const { stdout, stderr } = spawnSync(process.execPath, [script, way], { encoding: 'utf8' });
      if (!stdout) throw new Error(stderr);
      return JSON.parse(stdout) as Run;
    }) as [Run, Run];
    const peer = 'all rows in memory, grouped by person';
    const what = 'a million services counted again';
    const same = ours.minutes === plain.minutes;
    const time = rowOf({
      ...{ name: `${what}: processor time`, unit: 's', ours: ours.seconds },
      ...{ peers: { [peer]: plain.seconds }, goal: plain.seconds },
    });
    const heap = rowOf({
      ...{ name: `${what}: memory`, unit: 'MB', ours: ours.heapMb },
      ...{ peers: { [peer]: plain.heapMb }, goal: heapMbMax },
    });
    const differ = rowOf({
      ...{ name: `${what}: minutes that differ`, unit: 'minutes' },
      ...{ ours: Math.abs(ours.minutes - plain.minutes), peers: { [peer]: 0 }, goal: 0 },
    });
    return [time, heap, { ...differ, ok: same }];
  });
}
