import type { RefusalCode } from '#shared/refusals';
import type { ShownBreak } from '#shared/shifts';
import type { Break, ServiceRecord } from '../records/record.rules';

/** Being away in the middle of a service: it lowers the minutes, and nothing else. */
type Serving = Pick<ServiceRecord, 'state' | 'breaks'>;
type Asked = { action: 'begin' | 'end'; requestId: string; at: number };
type Verdict =
  | { status: 'same' }
  | { status: 'changed'; breaks: Break[] }
  | { status: 'refused'; code: RefusalCode };

const breaksMax = 10;

/** What a request to begin or end a break does. Outcomes are tried in the order written here. */
export function judgeBreak(record: Serving | undefined, { action, requestId, at }: Asked): Verdict {
  const breaks = record?.breaks ?? [];
  if (breaks.some(({ beginId, endId }) => beginId === requestId || endId === requestId))
    return same;
  if (record?.state !== 'checked_in') return { status: 'refused', code: 'not_serving' };
  const open = breaks.find(({ until }) => until === undefined);
  if ((action === 'begin') === (open !== undefined)) return same;
  if (action === 'end') {
    const ended = breaks.map((it) => (it === open ? { ...it, until: at, endId: requestId } : it));
    return { status: 'changed', breaks: ended };
  }
  if (breaks.length >= breaksMax) return { status: 'refused', code: 'breaks_exhausted' };
  return { status: 'changed', breaks: [...breaks, { from: at, beginId: requestId }] };
}

const same: Verdict = { status: 'same' };

/** Without the requests that they came by. */
export const shownBreaks = (breaks: readonly Break[] = []): ShownBreak[] =>
  breaks.map(({ from, until }) => ({ from, until }));
