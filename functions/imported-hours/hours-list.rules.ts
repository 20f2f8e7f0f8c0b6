import type { HoursListState } from '#shared/imported-hours.words';
import { dayMs, minuteMs } from '#shared/time';

/** A signed list on its way into the table. What it says stays in its file; only how far it has come is here. */
export type HoursListJob = {
  version: number;
  listId: string;
  sourceId: string;
  label: string;
  state: HoursListState;
  /** Whose upload it is, and SHA-256 of what was verified: a file that was changed since is not read. */
  importerId: string;
  fileId: string;
  hash: string;
  rows: number;
  /** The next row. */
  at: number;
  stored: number;
  known: number;
  wrong: number;
  wrongLines: number[];
  startedAt: number;
  movedAt: number;
  gx1pk?: string;
  gx1sk?: string;
};
export type HoursListEvent = 'move' | 'finish' | 'stop' | 'resume';

const edges: Record<HoursListState, Partial<Record<HoursListEvent, HoursListState>>> = {
  running: { move: 'running', finish: 'done', stop: 'stopped' },
  // Its source is good again, or its file was sent again.
  stopped: { resume: 'running' },
  done: {},
};
export const listAfter = (
  state: HoursListState,
  event: HoursListEvent,
): HoursListState | undefined => edges[state][event];

/** So many rows are written in one transaction, with the list itself. */
export const stepRows = 90;
/** What nobody fetches within this time is forgotten; a list can be brought again. */
export const waitingMs = 365 * dayMs;
/** A list that has not moved for so long is given a push when it is sent again. */
const standsStillMs = minuteMs;

/** The list after some of its rows. */
export function moved(
  job: HoursListJob,
  { stored, known }: { stored: number; known: number },
  now: number,
): HoursListJob {
  const at = job.at + stored + known;
  return {
    ...job,
    at,
    state: listAfter(job.state, at >= job.rows ? 'finish' : 'move') ?? job.state,
    ...{ stored: job.stored + stored, known: job.known + known, movedAt: now },
  };
}

type Sent = { importerId: string; fileId: string };

/** A list that is sent again goes on from the new file when it stopped or stands still; undefined: as it is. */
export function sentAgain(job: HoursListJob, sent: Sent, now: number): HoursListJob | undefined {
  const stands = job.state === 'running' && now - job.movedAt > standsStillMs;
  const state = listAfter(job.state, stands ? 'move' : 'resume');
  return state && { ...job, ...sent, state, movedAt: now };
}
