import type { SimulationShown } from '#shared/rule-packs';
import type { Sums } from './simulate.rules';
import type { Simulation } from './simulation.rules';
import { progressOf } from './simulation.rules';

const rowsOf = <K extends string>(of: Partial<Record<K, Sums>>): [K, Sums][] =>
  (Object.entries(of) as [K, Sums][]).sort(([one], [other]) => one.localeCompare(other));

/** A simulation as an administrator sees it: sums, and people by the last letters of their number only. */
export function shownSimulation(job: Simulation): SimulationShown {
  const { state, from, until, startedAt, tally } = job;
  const { byGrade, byCategory, byDistrict, ...sums } = tally;
  return {
    ...{ state, from, until, startedAt, ...progressOf(job), ...sums },
    byGrade: rowsOf(byGrade).map(([grade, it]) => ({ grade, ...it })),
    byCategory: rowsOf(byCategory).map(([category, it]) => ({ category, ...it })),
    byDistrict: rowsOf(byDistrict).map(([district, it]) => ({ district, ...it })),
  };
}
