import type { Evidence, ServiceRecord } from '../../../functions/records/record.rules';
import { personErased, placeErased, withoutPlace } from '../../../functions/records/witness.rules';

const seen: Evidence = {
  ...{ scanId: 's', by: 'token', gate: 1, step: 2 },
  ...{ entryScene: 1011, metersAway: 30, accuracyMeters: 12 },
};
const unseen: Evidence = { scanId: 's', by: 'token', gate: 1, step: 2, entryScene: 1011 };
const record = {
  ...{ volunteerId: 'v', maskedName: '王*四', shiftId: 't', state: 'credited', grade: 'B' },
  ...{ salt: 'abc', creditedMinutes: 60, inAt: 1, outAt: 2, inEvidence: seen, outEvidence: seen },
  question: { by: 'group', name: '某单位', until: 1 },
} as ServiceRecord;

test('where somebody was goes, how they scanned stays', () => {
  expect(withoutPlace(seen)).toEqual(unseen);
  expect(withoutPlace(unseen)).toEqual(unseen);
});

test('a record with places → without them, grade and minutes as they were; one without → nothing to do', () => {
  expect(placeErased(record)).toEqual({ ...record, inEvidence: unseen, outEvidence: unseen });
  expect(placeErased({ ...record, outEvidence: unseen })).toMatchObject({ inEvidence: unseen });
  expect(placeErased({ ...record, inEvidence: unseen, outEvidence: unseen })).toBeUndefined();
  const { inEvidence: _, outEvidence: __, ...bare } = record;
  expect(placeErased(bare)).toBeUndefined();
});

test('a person who is gone → the numbers stay, name, evidence and salt do not', () => {
  expect(personErased(record)).toEqual({
    ...{ volunteerId: 'v', maskedName: '已注销', shiftId: 't', state: 'credited', grade: 'B' },
    ...{ salt: '', creditedMinutes: 60, inAt: 1, outAt: 2 },
  });
});
