import type { RefusalCode } from '#shared/refusals';
import { dayMs, dayOf } from '#shared/time';
import type { RecordState } from '#shared/vocabulary';
import { graceMs } from '../volunteers/erasure.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';

/** A service counts as under way for so long after its end: until then it can still be closed and credited. */
const openMs = dayMs;
/** Who waits for an organiser's word waits for no longer: nobody is kept from leaving because nobody answers. */
const wordMs = 30 * dayMs;
const waitsForWord: readonly RecordState[] = ['late', 'closed', 'typed'];

/** What keeps an account from being deleted. */
export type Standing = {
  records: readonly { state: RecordState; endsAt: number }[];
  redemptionsWaiting: boolean;
  /** How many people have nobody else to act for them. */
  dependants: number;
};

/** Why an account cannot go now; undefined when it can. In order of precedence. */
export function obstacleTo(
  { records, redemptionsWaiting, dependants }: Standing,
  now: number,
): RefusalCode | undefined {
  const serving = records.some(
    ({ state, endsAt }) =>
      (state === 'checked_in' && now <= endsAt + openMs) ||
      (waitsForWord.includes(state) && now <= endsAt + wordMs),
  );
  if (serving) return 'shift_under_way';
  if (redemptionsWaiting) return 'redemption_waits';
  return dependants > 0 ? 'family_linked' : undefined;
}

type Verdict =
  | { status: 'exists' }
  | { status: 'open'; dueAt: number }
  | { status: 'refused'; code: RefusalCode };

/** Whether deletion may be asked for. Asking again changes nothing: the time runs from the first word. */
export function judgeDeletion(
  profile: Pick<StoredProfile, 'deletion'> | undefined,
  standing: Standing,
  now: number,
): Verdict {
  if (!profile) return { status: 'refused', code: 'not_registered' };
  if (profile.deletion) return { status: 'exists' };
  const code = obstacleTo(standing, now);
  return code ? { status: 'refused', code } : { status: 'open', dueAt: now + graceMs };
}

/** The last export. `tries`: how many were asked for on a day. Times in ms. */
export type Export = {
  version: number;
  exportId: string;
  volunteerId: string;
  state: 'collecting' | 'ready' | 'failed';
  rows: number;
  askedAt: number;
  fileKey: string;
  tries: { day: string; count: number };
};

const exportsMax = 3;
/** Whoever collects longer than this has come to grief. */
const stuckMs = 10 * 60_000;
/** Exports are emptied out of the bucket after seven days. */
const keptMs = 7 * dayMs;

export const exportsLeft = (known: Export | undefined, now: number): number =>
  Math.max(0, exportsMax - (known?.tries.day === dayOf(now) ? known.tries.count : 0));

/** How an export stands now; undefined when its file is no longer there. */
export function standingOf(
  { state, askedAt }: Pick<Export, 'state' | 'askedAt'>,
  now: number,
): Export['state'] | undefined {
  if (askedAt + keptMs <= now) return undefined;
  return state === 'collecting' && askedAt + stuckMs <= now ? 'failed' : state;
}

type ExportVerdict = { status: 'exists' | 'open' } | { status: 'refused'; code: RefusalCode };

/** Whether another export may be made: the same request is the same export, and one is collected at a time. */
export function judgeExport(
  exportId: string,
  { known, registered }: { known: Export | undefined; registered: boolean },
  now: number,
): ExportVerdict {
  if (!registered) return { status: 'refused', code: 'not_registered' };
  if (known?.exportId === exportId) return { status: 'exists' };
  if (known && standingOf(known, now) === 'collecting') return { status: 'exists' };
  if (exportsLeft(known, now) === 0) return { status: 'refused', code: 'exports_spent' };
  return { status: 'open' };
}
