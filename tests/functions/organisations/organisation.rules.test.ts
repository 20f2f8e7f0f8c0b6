import { holdsRole } from '../../../functions/organisations/organisation.rules';

const member = (...roles: Parameters<typeof holdsRole>[1]) => ({ roles });

test.each([
  ['no membership anywhere', [undefined, undefined], false],
  ['a member without the role', [member('member'), undefined], false],
  ['another role', [member('counter', 'auditor')], false],
  ['the role in the organisation itself', [undefined, member('organiser')], true],
  ['the role at the top only', [member('admin'), undefined, undefined], true],
  ['the role among others', [member('member', 'organiser')], true],
  ['a membership with no role left', [member()], false],
])('%s → %s', (_name, memberships, holds) => {
  expect(holdsRole(memberships, ['organiser', 'admin'])).toBe(holds);
});

test('a route that names no role admits nobody', () => {
  expect(holdsRole([member('admin')], [])).toBe(false);
});
