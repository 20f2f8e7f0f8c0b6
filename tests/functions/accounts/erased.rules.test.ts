import type { Kinds } from '../../../functions/accounts/erased.rules';
import { blankOf, fateOf, tombstone } from '../../../functions/accounts/erased.rules';

const kinds: Kinds = {
  ...{ profile: '#P', records: 'R#', certificates: 'CT#' },
  staying: ['#W', 'H#', 'L#'],
};

test.each([
  ['#P', 'profile'],
  ['R#20261124#t', 'record'],
  ['CT#0123456789ab', 'certificate'],
  ['CB#0123456789ab', 'blank'],
  ['#W', 'stays'],
  ['H#000000000001', 'stays'],
  ['L#000000000001', 'stays'],
  ['LC#consent', 'blank'],
  ['N#1#2', 'blank'],
  ['a kind of row that nobody has thought of yet', 'blank'],
])('%s → %s', (sk, fate) => {
  expect(fateOf(sk, kinds)).toBe(fate);
});

test('a blank row holds nothing, is a newer version, and expires in a day', () => {
  const row = { version: 4, name: '李雷', gx1pk: 'g' };
  expect(blankOf(row, 1_000)).toEqual({ version: 5, erasedAt: 1_000, expiresAt: 86_401 });
  expect(blankOf({}, 1_000)).toMatchObject({ version: 1 });
});

test('a tombstone keeps nothing but where and since when somebody had been here', () => {
  const known = {
    ...{ version: 3, name: '李雷', birthMonth: '199003', sealedPhone: 'x', sealedIdentity: 'y' },
    ...{ district: '370202', registeredAt: 7, skills: ['law'], guardian: { volunteerId: 'g' } },
  } as unknown as Parameters<typeof tombstone>[0];
  expect(tombstone(known)).toEqual({
    ...{ version: 3, name: '已注销', district: '370202', birthMonth: '190001', sealedPhone: '' },
    ...{ phoneVerified: false, registeredAt: 7, consents: [], realNameLevel: 0 },
    ...{ skills: [], wishes: [], trainings: [] },
  });
});
