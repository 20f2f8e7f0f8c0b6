import type { RecordRow } from '#shared/hours';
import { recordStates } from '#shared/vocabulary';
import { recordTones } from '../record-tones';
import type { Tone } from '../ui/tag/tag';

/** How a service stands, in one word: what was credited goes on a public notice before it is final. */
export function standingOf(row: RecordRow, now: number): { word: string; tone: Tone } {
  if (row.state === 'signed_up' && row.endsAt < now) return { word: '未到场', tone: 'plain' };
  if (row.disputed) return { word: '有异议', tone: 'sun' };
  if (row.state === 'credited' && row.noticeUntil !== undefined) {
    return row.noticeUntil > now
      ? { word: '公示中', tone: 'sea' }
      : { word: '已入账', tone: 'leaf' };
  }
  return { word: recordStates[row.state], tone: recordTones[row.state] };
}

/** Whether there is more to see of it than of the activity: it was served, or somebody said so. */
export const hasEvidence = ({ state, inAt }: RecordRow): boolean =>
  inAt !== undefined || ['late', 'closed', 'typed', 'credited', 'declined'].includes(state);
