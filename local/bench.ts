import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchColdStart } from './bench/cold-start';
import { benchFraud } from './bench/fraud';
import { benchHours } from './bench/hours';
import type { Row } from './bench/row';
import { benchRush } from './bench/rush';
import { benchScan } from './bench/scan';
import { benchSearch } from './bench/search';
import { benchSimulator } from './bench/simulator';
import { complain, messageOf, say } from './say';

/** Every gate of speed beside its peers, in one run: only ratios of one run can be compared. */
const benches: Record<string, () => Promise<Row[]>> = {
  search: benchSearch,
  'cold-start': benchColdStart,
  scan: benchScan,
  rush: benchRush,
  hours: benchHours,
  simulator: benchSimulator,
  fraud: benchFraud,
};

/** `npm run bench`: exit 1 when a gate does not hold. `-- --only NAME`: one of them. `-- --json FILE`: the rows. */
async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
  const { only, json } = values;
  if (only !== undefined && !benches[only]) {
    throw new Error(`no bench ${only}: there are ${Object.keys(benches).join(', ')}`);
  }
  const rows: Row[] = [];
  for (const [name, run] of Object.entries(benches)) {
    if (only !== undefined && only !== name) continue;
    for (const row of await run()) {
      rows.push(row);
      say(lineOf(row));
    }
  }
  if (json) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
}

function lineOf({ name, unit, ours, peers, goal, ok }: Row): string {
  const beside = Object.entries(peers).map(([peer, value]) => `${peer}: ${value} ${unit}`);
  return `${ok ? '✓' : '✗'} ${name}: ${ours} ${unit} (at most ${goal}; ${beside.join(', ')})`;
}

bench().catch((error) => {
  complain(messageOf(error));
  process.exitCode = 1;
});
