import { ownPart } from '../../../functions/accounts/export.rules';

test('what says something about the person stays; keys, seals and other people go, at any depth', () => {
  const row = {
    ...{ pk: 'p', sk: 's', version: 1, gx1pk: 'g', expiresAt: 2, sealedPhone: 'x', salt: 'y' },
    ...{ title: '海边清洁', points: 20, endedBy: 'other', handover: { counterId: 'other' } },
    inEvidence: { by: 'card', countersignedBy: 'other', metersAway: 3 },
    split: { '2026': 20 },
    skills: ['law'],
  };
  expect(ownPart(row)).toEqual({
    ...{ title: '海边清洁', points: 20, split: { '2026': 20 }, skills: ['law'] },
    inEvidence: { by: 'card', metersAway: 3 },
  });
});
