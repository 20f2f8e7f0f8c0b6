import type { ServiceRecord } from '../../../functions/records/record.rules';
import { isPayable } from '../../../functions/settlements/paying.rules';

const over = Date.UTC(2026, 10, 24, 6);
const record = (it: Partial<ServiceRecord>) => it as ServiceRecord;

test.each([
  ['its notice is over', {}, true],
  ['its notice runs', { noticeUntil: over + 1 }, false],
  ['it is not public yet', { noticeUntil: undefined }, false],
  ['it is disputed', { dispute: { disputeId: 'D', kind: 'objection' as const, at: 0 } }, false],
  ['it was paid before', { pointsWait: undefined }, false],
  ['it was taken out', { state: 'declined' as const }, false],
])('points are paid: %s', (_name, change, payable) => {
  const due = { state: 'credited' as const, pointsWait: true as const, noticeUntil: over };
  expect(isPayable(record({ ...due, ...change } as Partial<ServiceRecord>), over)).toBe(payable);
});
