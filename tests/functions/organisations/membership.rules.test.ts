import type { MembershipState } from '#shared/vocabulary';
import { membershipStates } from '#shared/vocabulary';
import type {
  Membership,
  MembershipEvent,
} from '../../../functions/organisations/membership.rules';
import {
  afterEvent,
  ended,
  heldRoles,
  isLastingAdmin,
  joined,
  judgeRemoval,
  judgeRequest,
  judgeRoles,
  withRoles,
} from '../../../functions/organisations/membership.rules';

const events: MembershipEvent[] = [
  ...(['request', 'approve', 'decline', 'invite', 'accept', 'leave', 'remove'] as const),
];
const states = [undefined, ...(Object.keys(membershipStates) as MembershipState[])];

const allowed: [MembershipState | undefined, MembershipEvent, MembershipState][] = [
  [undefined, 'request', 'requested'],
  [undefined, 'invite', 'invited'],
  ['requested', 'approve', 'active'],
  ['requested', 'decline', 'declined'],
  ['requested', 'leave', 'left'],
  ['requested', 'invite', 'active'],
  ['invited', 'accept', 'active'],
  ['invited', 'decline', 'declined'],
  ['invited', 'leave', 'declined'],
  ['invited', 'request', 'active'],
  ['active', 'leave', 'left'],
  ['active', 'remove', 'left'],
  ['declined', 'request', 'requested'],
  ['declined', 'invite', 'invited'],
  ['left', 'request', 'requested'],
  ['left', 'invite', 'invited'],
];

test.each(allowed)('%s, %s → %s', (state, event, next) => {
  expect(afterEvent(state, event)).toBe(next);
});

test('every other edge is forbidden', () => {
  const edges = states.flatMap((state) => events.map((event) => [state, event] as const));
  const open = edges.filter(([state, event]) => afterEvent(state, event) !== undefined);
  expect(edges).toHaveLength(42);
  expect(open).toEqual(expect.arrayContaining(allowed.map(([state, event]) => [state, event])));
  expect(open).toHaveLength(allowed.length);
});

const member = (more: Partial<Membership> = {}): Membership => ({
  ...{ version: 4, organisationId: 'o', organisationName: '净滩分队', volunteerId: 'v' },
  ...{ maskedName: '李*', state: 'active', roles: ['member'], since: 0 },
  ...more,
});
const request = member({ state: 'requested', roles: [] });
const decided = { by: 'x', at: 0 };

test.each([
  ['one’s own', request, { by: 'v' }, 'not_to_oneself'],
  ['decided by somebody else', member({ decided: { by: 'y', at: 0 } }), {}, 'already_decided'],
  [
    'decided by oneself the other way',
    member({ state: 'declined', decided }),
    {},
    'already_decided',
  ],
  ['an invitation', member({ state: 'invited' }), {}, 'already_decided'],
  ['taken back', member({ state: 'left' }), { frozen: true }, 'already_decided'],
  ['of a frozen organisation', request, { frozen: true }, 'organisation_frozen'],
] as const)('a request that is %s → %s', (_name, found, more, code) => {
  const asked = { by: 'x', decision: 'approve', frozen: false, ...more } as const;
  expect(judgeRequest(found, asked)).toEqual({ status: 'refused', code });
});

test.each([
  [request, 'approve', 'open', 'active'],
  [request, 'decline', 'open', 'declined'],
  [member({ decided }), 'approve', 'exists', 'active'],
] as const)(
  'a request → decided, and the same decision again is the same answer',
  (it, decision, status, state) => {
    expect(judgeRequest(it, { by: 'x', decision, frozen: false })).toEqual({ status, state });
  },
);

test.each([
  ['oneself', member(), 'v', { status: 'refused', code: 'not_to_oneself' }],
  ['who left', member({ state: 'left' }), 'x', { status: 'refused', code: 'already_decided' }],
  [
    'whom one removed',
    member({ state: 'left', decided }),
    'x',
    { status: 'exists', state: 'left' },
  ],
  ['who asks', request, 'x', { status: 'refused', code: 'already_decided' }],
  ['a member', member(), 'x', { status: 'open', state: 'left' }],
] as const)('removing %s', (_name, it, by, verdict) => {
  expect(judgeRemoval(it, by)).toEqual(verdict);
});

const forGood = Number.POSITIVE_INFINITY;
const wanted = {
  ...{ by: 'x', roles: [{ role: 'organiser' as const }], version: 4, now: 1_000 },
  holdsUntil: forGood,
};
const organiser = member({ roles: ['member', 'organiser'] });

test.each([
  [
    'one’s own, ended, for longer than one’s own',
    { by: 'v', roles: [{ role: 'admin', endsAt: 1 }], holdsUntil: 0 },
    'not_to_oneself',
  ],
  [
    'for longer than the giver’s own, beside one that is over',
    { roles: [{ role: 'admin' }, { role: 'keeper', endsAt: 1 }], holdsUntil: 2_000 },
    'not_allowed',
  ],
  [
    'with an end that is over, of an old version',
    { roles: [{ role: 'admin', endsAt: 1_000 }], version: 3 },
    'request_invalid',
  ],
  ['of a version that was not the last', { version: 3 }, 'changed_meanwhile'],
] as const)('a change of roles that is %s → %s', (_name, more, code) => {
  expect(judgeRoles(member(), { ...wanted, ...more })).toEqual({ status: 'refused', code });
});

test('a change of roles → open; what is so already exists, of whatever version', () => {
  expect(judgeRoles(member(), wanted)).toEqual({ status: 'open', state: 'active' });
  expect(judgeRoles(organiser, { ...wanted, version: 3 })).toMatchObject({ status: 'exists' });
  // What others gave for good is not the giver's to give, but theirs to leave.
  const kept = [{ role: 'organiser' as const }, { role: 'keeper' as const, endsAt: 2_000 }];
  const more = { ...wanted, roles: kept, holdsUntil: 2_000 };
  expect(judgeRoles(organiser, more)).toMatchObject({ status: 'open' });
  const lent = { role: 'organiser' as const, endsAt: 2_000 };
  expect(judgeRoles(organiser, { ...wanted, roles: [lent] })).toMatchObject({ status: 'open' });
});

test('roles that are given replace those before, each until its end; being a member stays', () => {
  const before = member({ roles: ['member', 'keeper'], rolesEndAt: { keeper: 5 } });
  const after = withRoles(before, [{ role: 'organiser' }, { role: 'counter', endsAt: 2_000 }]);
  expect(after).toMatchObject({
    roles: ['member', 'organiser', 'counter'],
    rolesEndAt: { counter: 2_000 },
  });
  expect(heldRoles(after, 1_999)).toEqual([
    { role: 'member' },
    { role: 'organiser' },
    { role: 'counter', endsAt: 2_000 },
  ]);
  expect(heldRoles(after, 2_000)).toEqual([{ role: 'member' }, { role: 'organiser' }]);
  expect(withRoles(after, [])).not.toHaveProperty('rolesEndAt');
});

test.each([
  ['an admin', member({ roles: ['member', 'admin'] }), true],
  ['an admin for a time', member({ roles: ['admin'], rolesEndAt: { admin: 9 } }), false],
  ['an admin whose other role ends', member({ roles: ['admin'], rolesEndAt: { keeper: 9 } }), true],
  ['an admin who left', member({ roles: ['admin'], state: 'left' }), false],
  ['an organiser', organiser, false],
])('%s → an organisation can rest on them: %s', (_name, it, rests) => {
  expect(isLastingAdmin(it)).toBe(rests);
});

test('who left holds nothing, and begins anew with the version that the item has', () => {
  const left = ended(member({ roles: ['member', 'admin'], rolesEndAt: { admin: 9 } }), 'left');
  expect(left).toEqual(member({ state: 'left', roles: [] }));
  const about = { ...left, state: 'requested' as const, since: 7 };
  expect(joined({ ...left, decided }, about)).not.toHaveProperty('decided');
  expect(joined(left, about)).toMatchObject({ version: 4, roles: [], state: 'requested' });
  expect(joined(undefined, { ...about, state: 'active' })).toMatchObject({
    version: 1,
    roles: ['member'],
  });
});
