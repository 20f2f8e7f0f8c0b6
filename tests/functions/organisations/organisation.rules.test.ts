import { holdsRole, mayAct } from '../../../functions/organisations/organisation.rules';

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

const caller = { volunteerId: 'v', epoch: 2 };
test.each([
  ['the way in is gone', undefined, false],
  ['signed out since', { volunteerId: 'v', epoch: 3 }, false],
  ['an epoch that was never given', { volunteerId: 'v', epoch: 1 }, false],
  ['the way in now leads to another person', { volunteerId: 'w', epoch: 2 }, false],
  ['unchanged since', { volunteerId: 'v', epoch: 2 }, true],
])('a session, %s → counts: %s', (_name, way, counts) => {
  expect(mayAct(way, caller)).toBe(counts);
});
