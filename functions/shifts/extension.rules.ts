import type { RefusalCode } from '#shared/refusals';
import { dayMs, hourMs } from '#shared/time';
import type { Extension, Shift } from '../activities/shift.rules';
import { graceEndsAt, lastMomentOf } from '../activities/shift.rules';

/** A shift that goes on longer than planned. Whoever leaves at the old end loses nothing. */
type Running = Pick<Shift, 'startsAt' | 'endsAt' | 'extendedTo' | 'extensions'> &
  Pick<Shift, 'graceMinutes' | 'cancelledAt' | 'settledAt'>;
type Verdict =
  | { status: 'exists' }
  | { status: 'extended'; extendedTo: number; extensions: Extension[] }
  | { status: 'refused'; code: RefusalCode };
const refused = (code: RefusalCode): Verdict => ({ status: 'refused', code });

const longestMs = 4 * hourMs;
/** So many times: each of them tells people. */
const extensionsMax = 4;

/** Whether a shift may be extended to a time. Outcomes are tried in the order written here. */
export function judgeExtension(shift: Running, { extensionId, until }: Extension, now: number) {
  const { startsAt, endsAt, extensions = [] } = shift;
  if (extensions.some((it) => it.extensionId === extensionId)) return exists;
  if (shift.cancelledAt !== undefined) return refused('shift_cancelled');
  if (now < startsAt) return refused('extension_too_early');
  const isLate = now > graceEndsAt(shift) || shift.settledAt !== undefined;
  if (isLate || extensions.length >= extensionsMax) return refused('extension_too_late');
  const latest = Math.min(endsAt + longestMs, startsAt + dayMs);
  if (until <= lastMomentOf(shift) || until > latest) return refused('extension_unfit');
  const added = [...extensions, { extensionId, until }];
  return { status: 'extended', extendedTo: until, extensions: added } satisfies Verdict;
}

const exists: Verdict = { status: 'exists' };
