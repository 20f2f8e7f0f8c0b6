import { answered, isAskedAgain } from '../../../functions/records/recheck.rules';
import type { ServiceRecord } from '../../../functions/records/record.rules';

const recheck = { askedAt: 10, until: 20 };
const record = (more: object) => ({ state: 'checked_in', recheck, ...more }) as ServiceRecord;

test.each([
  ['asked', record({}), 20, true],
  ['too late', record({}), 21, false],
  ['answered', record({ recheck: { ...recheck, answeredAt: 15 } }), 16, false],
  ['never asked', record({ recheck: undefined }), 15, false],
  ['checked out since', record({ state: 'credited' }), 15, false],
])('%s', (_name, it, now, open) => {
  expect(isAskedAgain(it, now)).toBe(open);
  expect(answered(it, now)).toEqual(
    open ? { ...it, recheck: { ...recheck, answeredAt: now } } : it,
  );
});
