import type { SimulationState } from '#shared/rule-packs.words';
import { simulatedDays } from '#shared/rule-packs.words';
import { dayMs, dayOf, startOfDay } from '#shared/time';
import type { Tally } from './simulate.rules';
import { emptyTally } from './simulate.rules';

/** How far the walk through the entries has come: the day, the partition of it, and the page. */
export type Place = { day: string; shard: number; cursor?: string };

/** A pack that is tried on the entries of the past year, piece by piece. */
export type Simulation = {
  version: number;
  /** Who asked, and by which request: the same request again is the same run. */
  runId: string;
  packId: string;
  packVersion: number;
  startedBy: string;
  state: SimulationState;
  startedAt: number;
  movedAt: number;
  from: string;
  until: string;
  at: Place;
  tally: Tally;
  gx2pk?: string;
  gx2sk?: string;
};

export type SimulationEvent = 'start' | 'move' | 'finish' | 'stop';
/** Every edge there is. What is done or stopped may be started anew, over the year that has passed by then. */
const edges: Record<SimulationState | 'none', Partial<Record<SimulationEvent, SimulationState>>> = {
  none: { start: 'running' },
  running: { move: 'running', finish: 'done', stop: 'stopped' },
  done: { start: 'running' },
  stopped: { start: 'running' },
};

export const simulationAfter = (
  state: SimulationState | undefined,
  event: SimulationEvent,
): SimulationState | undefined => edges[state ?? 'none'][event];

type Begun = Pick<Simulation, 'runId' | 'packId' | 'packVersion' | 'startedBy'>;

export function begun(asked: Begun, version: number, now: number): Simulation {
  const from = dayOf(now - (simulatedDays - 1) * dayMs);
  return {
    ...{ ...asked, version, state: 'running', startedAt: now, movedAt: now },
    ...{ from, until: dayOf(now), at: { day: from, shard: 0 }, tally: emptyTally() },
  };
}

/** Goes on from a place; past the last day it is done. */
export function movedTo(job: Simulation, at: Place, { tally, now }: { tally: Tally; now: number }) {
  const event = at.day > job.until ? 'finish' : 'move';
  const state = simulationAfter(job.state, event) ?? job.state;
  return { ...job, state, at, tally, movedAt: now };
}

export const nextDay = (day: string): string => dayOf(startOfDay(day) + dayMs);

const daysBetween = (from: string, until: string): number =>
  Math.round((startOfDay(until) - startOfDay(from)) / dayMs);

/** How many days there are to walk through, and how many lie behind. */
export const progressOf = ({ from, until, at }: Pick<Simulation, 'from' | 'until' | 'at'>) => ({
  days: daysBetween(from, until) + 1,
  daysDone: daysBetween(from, at.day),
});
