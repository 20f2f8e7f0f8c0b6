import { endOfDay, rolesOf } from '../../../../../miniapp/src/organisations/members/roles';

test('being a member is not given or taken', () => {
  const roles = [{ role: 'member' as const }, { role: 'keeper' as const, endsAt: 1 }];
  expect(rolesOf({ roles })).toEqual(['keeper']);
});

test('a role lent until a day counts to the last moment of it, in Shanghai', () => {
  expect(new Date(endOfDay('2026-12-01')).toISOString()).toBe('2026-12-01T15:59:59.999Z');
});
