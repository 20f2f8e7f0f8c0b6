import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Station } from '../../functions/stations/station.table';
import { listOf } from '../../functions/stations/station-list';
import { root } from '../folders';
import { secretsOf } from '../secrets';
import { itemsOf } from '../seed/items';
import type { Row } from './row';
import { inPassingFolder, rowOf } from './row';

/** A phone may have no just-in-time compiler: there the nearest of the city's stations may take a millisecond. */
const goalMs = 1;

/** Runs beside the list: our search, and measuring every distance and sorting, in the same process without JIT. */
const program = `
  import { readFileSync } from 'node:fs';
  import { searchPlaces, placeAt } from './shared/search';
  import { gcj02, metersBetween } from './shared/place';
  const list = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const at = { weekday: 2, minute: 600 };
  const from = (i) => gcj02(36.05 + ((i * 37) % 100) / 400, 120.3 + ((i * 61) % 100) / 400);
  const sweep = (i) => list.name
    .map((_, row) => ({ row, meters: metersBetween(from(i), placeAt(list, row)) }))
    .sort((a, b) => a.meters - b.meters).slice(0, 20);
  const timed = (work, times) => {
    work(0);
    const begun = performance.now();
    for (let i = 0; i < times; i++) work(i);
    return (performance.now() - begun) / times;
  };
  const ours = timed((i) => searchPlaces(list, { from: from(i), at, limit: 20 }), 300);
  console.log(JSON.stringify({ ours, sweep: timed(sweep, 10) }));
`;

export async function benchSearch(): Promise<Row[]> {
  return inPassingFolder(async (folder) => {
    // The seed seals phones; with what key is nobody's concern here.
    Object.assign(process.env, secretsOf(undefined));
    const { items } = itemsOf({ now: Date.UTC(2026, 10, 24, 2), size: 'city' });
    const stations = items.filter((it) => 'stationId' in it && 'services' in it);
    const listFile = path.join(folder, 'list.json');
    writeFileSync(listFile, JSON.stringify(listOf(stations as unknown as Station[])));
    const script = path.join(folder, 'search.mjs');
    const stdin = { contents: program, resolveDir: root, loader: 'ts' as const };
    await build({ stdin, outfile: script, bundle: true, platform: 'node', format: 'esm' });
    const { stdout, stderr } = spawnSync(process.execPath, ['--jitless', script, listFile], {
      encoding: 'utf8',
    });
    if (!stdout) throw new Error(stderr);
    const { ours, sweep } = JSON.parse(stdout) as { ours: number; sweep: number };
    const name = `nearest 20 of ${stations.length} stations, without JIT`;
    return [rowOf({ name, unit: 'ms', ours, peers: { 'sort them all': sweep }, goal: goalMs })];
  });
}
