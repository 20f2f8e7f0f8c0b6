import type { ImportOutcome, ImportState } from '#shared/imports.words';
import { dayMs } from '#shared/time';
import type { MembershipState } from '#shared/vocabulary';
import type { Membership } from '../organisations/membership.rules';
import { afterEvent } from '../organisations/membership.rules';
import { bareName } from './list.rules';
import type { Paper } from './paper.rules';

/**
 * A list of people on its way into an organisation, or (`paper`) a sign-in sheet whose hours are typed. It goes piece by
 * piece; `at` is the piece that comes next.
 */
export type MemberImport = {
  version: number;
  importId: string;
  organisationId: string;
  importerId: string;
  state: ImportState;
  pieces: number;
  at: number;
  rows: number;
  counts: Partial<Record<ImportOutcome, number>>;
  paper?: Paper;
  startedAt: number;
  /** When the last piece was done: a job that stands still is moved on by the clock. */
  movedAt: number;
  /** Seconds, for the table's own sweep. */
  expiresAt: number;
  gx1pk?: string;
  gx1sk?: string;
  gx2pk?: string;
  gx2sk?: string;
};

export const keptMs = 30 * dayMs;
/** What one organisation may bring in a day. */
export const importsPerDay = 20;

export type ImportEvent = 'move' | 'finish' | 'stop';
/** Every edge there is. What is done or stopped stays so: the rest of a stopped list is sent as a new file. */
const edges: Record<ImportState, Partial<Record<ImportEvent, ImportState>>> = {
  running: { move: 'running', finish: 'done', stop: 'stopped' },
  done: {},
  stopped: {},
};

export const importAfter = (state: ImportState, event: ImportEvent): ImportState | undefined =>
  edges[state][event];

/** Whether anything of it is left. The table removes it later than it says, so the time is asked. */
export const isKept = ({ expiresAt }: Pick<MemberImport, 'expiresAt'>, now: number): boolean =>
  now < expiresAt * 1000;

/** How many of them began within a day. */
export const startedLately = (jobs: readonly Pick<MemberImport, 'startedAt'>[], now: number) =>
  jobs.filter(({ startedAt }) => now - startedAt < dayMs).length;

/** Who has verified a row's phone number, and how they stand to the organisation. */
export type Person = { volunteerId: string; name: string; member: Membership | undefined };

/**
 * The answer to a row that is sound in itself. `invited` and `joined` move the membership by the event `invite`,
 * `awaited` waits for the person; nothing else changes anything.
 */
export function judgeRow(
  { name }: { name: string },
  person: Person | undefined,
  importerId: string,
): ImportOutcome {
  if (!person) return 'awaited';
  const state = person.member?.state;
  if (state === 'active') return 'already_member';
  if (state === 'invited') return 'already_invited';
  // Nobody takes themself in.
  if (person.volunteerId === importerId) return 'own_row';
  if (bareName(name) !== bareName(person.name)) return 'name_differs';
  // Whoever said no is asked by a person, not by a list.
  if (state === 'declined') return 'declined';
  return afterEvent(state, 'invite') === 'active' ? 'joined' : 'invited';
}

/** Whether somebody who was awaited is invited now that they are there: not whom the organisation knows already. */
export const invitesAwaited = (state: MembershipState | undefined): boolean =>
  state !== 'declined' && afterEvent(state, 'invite') === 'invited';

/** How the job stands after a piece with these answers. */
export function moved(
  job: MemberImport,
  outcomes: readonly ImportOutcome[],
  now: number,
): MemberImport {
  const at = job.at + 1;
  const state = importAfter(job.state, at === job.pieces ? 'finish' : 'move') ?? job.state;
  const counts = { ...job.counts };
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return { ...job, at, state, counts, movedAt: now };
}
