import type { ServiceRecord } from '../../../functions/records/record.rules';
import { notFinal } from '../../../functions/stars/final.rules';

const credited = { state: 'credited' as ServiceRecord['state'], creditedMinutes: 90 };

test.each([
  ['not yet settled', credited, 90],
  ['shown to the public', { ...credited, noticeUntil: 1_001 }, 90],
  ['the notice has just ended', { ...credited, noticeUntil: 1_000 }, 0],
  ['declined', { ...credited, state: 'declined' as const }, 0],
  ['never credited', { state: 'signed_up' as const }, 0],
])('%s → %i minutes are not final', (_name, record, minutes) => {
  expect(notFinal(record, 1_000)).toBe(minutes);
});
