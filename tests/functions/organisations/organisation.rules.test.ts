import type { OrganisationKind, OrganisationState, Role } from '#shared/vocabulary';
import { organisationKinds, organisationStates } from '#shared/vocabulary';
import type {
  Organisation,
  OrganisationEvent,
} from '../../../functions/organisations/organisation.rules';
import {
  carries,
  holdsRole,
  isPublic,
  judgePlace,
  judgeVerification,
  organisationAfter,
} from '../../../functions/organisations/organisation.rules';

const member = (...roles: Role[]) => ({ state: 'active' as const, roles });
const wanted = { roles: ['organiser', 'admin'] as Role[], now: 1_000 };
const alive = (state: OrganisationState = 'active') => ({ state });

test.each([
  ['no membership anywhere', [undefined, undefined], false],
  ['a member without the role', [member('member'), undefined], false],
  ['another role', [member('counter', 'auditor')], false],
  ['the role in the organisation itself', [undefined, member('organiser')], true],
  ['the role at the top only', [member('admin'), undefined, undefined], true],
  ['the role among others', [member('member', 'organiser')], true],
  ['a membership with no role left', [member()], false],
])('%s → %s', (_name, memberships, holds) => {
  expect(holdsRole(memberships, [alive(), alive(), alive()], wanted)).toBe(holds);
});

test.each([
  ['requested', false],
  ['invited', false],
  ['declined', false],
  ['left', false],
  ['active', true],
] as const)('a membership that is %s → carries its role: %s', (state, holds) => {
  expect(carries({ state, roles: ['organiser'] }, ['organiser'], 1_000)).toBe(holds);
});

test.each([
  ['before its end', 1_001, true],
  ['at its end', 1_000, false],
  ['after it', 999, false],
])('a role delegated for a time, %s → %s', (_name, endsAt, holds) => {
  const delegated = { ...member('member', 'organiser'), rolesEndAt: { organiser: endsAt } };
  expect(carries(delegated, ['organiser'], 1_000)).toBe(holds);
  expect(carries(delegated, ['member'], 1_000)).toBe(true);
});

test.each([
  ['the organisation itself', [undefined, undefined, member('organiser')], [2], false],
  ['one above', [undefined, undefined, member('organiser')], [1], false],
  ['below where the role is held', [undefined, member('admin'), undefined], [2], true],
  ['where the role is held', [undefined, member('admin'), undefined], [1], false],
])('frozen: %s → %s', (_name, memberships, frozen, holds) => {
  const organisations = [0, 1, 2].map((depth) =>
    alive(frozen.includes(depth) ? 'frozen' : 'active'),
  );
  expect(holdsRole(memberships, organisations, wanted)).toBe(holds);
});

test('a route that names no role admits nobody', () => {
  expect(holdsRole([member('admin')], [alive()], { roles: [], now: 0 })).toBe(false);
});

const events: OrganisationEvent[] = ['approve', 'reject', 'freeze', 'unfreeze'];
const states = Object.keys(organisationStates) as OrganisationState[];
const allowed: [OrganisationState, OrganisationEvent, OrganisationState][] = [
  ['pending', 'approve', 'active'],
  ['pending', 'reject', 'rejected'],
  ['active', 'freeze', 'frozen'],
  ['frozen', 'unfreeze', 'active'],
];

test.each(allowed)('%s, %s → %s', (state, event, next) => {
  expect(organisationAfter(state, event)).toBe(next);
});

test('every other edge is forbidden', () => {
  const edges = states.flatMap((state) => events.map((event) => [state, event] as const));
  const open = edges.filter(([state, event]) => organisationAfter(state, event) !== undefined);
  expect(edges).toHaveLength(16);
  expect(open).toEqual(expect.arrayContaining(allowed.map(([state, event]) => [state, event])));
  expect(open).toHaveLength(allowed.length);
});

test('everybody may know of what was verified, frozen or not', () => {
  expect(states.filter((state) => isPublic({ state }))).toEqual(['active', 'frozen']);
});

const under: Record<OrganisationKind, OrganisationKind[]> = {
  federation: ['corps', 'company', 'centre'],
  corps: ['brigade', 'team', 'company', 'centre'],
  brigade: ['team', 'squad'],
  team: ['squad'],
  squad: [],
  company: ['brigade', 'team', 'squad', 'company', 'centre'],
  centre: ['team', 'hall'],
  hall: ['team', 'squad', 'village'],
  village: ['team', 'squad'],
};

test.each(Object.entries(under))('under %s: %s, and nothing else', (parent, kinds) => {
  const all = Object.keys(organisationKinds) as OrganisationKind[];
  const above = { state: 'active' as const, kind: parent as OrganisationKind };
  const fit = all.filter((kind) => !judgePlace(kind, above, { depth: 2, height: 0 }));
  expect(fit).toEqual(kinds);
});

test.each([
  ['frozen, unfit and too deep', { state: 'frozen', kind: 'squad' }, 9, 'organisation_frozen'],
  ['unfit and too deep', { state: 'active', kind: 'squad' }, 9, 'kind_unfit'],
  ['the ninth', { state: 'active', kind: 'company' }, 9, 'tree_too_deep'],
  ['the eighth', { state: 'active', kind: 'company' }, 8, undefined],
] as const)('a place that is %s → %s', (_name, parent, depth, code) => {
  expect(judgePlace('company', parent, { depth, height: 0 })).toBe(code);
});

test('what is below comes along: seven deep with two levels below is too deep, with one is not', () => {
  const above = { state: 'active', kind: 'company' } as const;
  expect(judgePlace('company', above, { depth: 7, height: 2 })).toBe('tree_too_deep');
  expect(judgePlace('company', above, { depth: 7, height: 1 })).toBeUndefined();
});

const proposed = {
  ...{ version: 1, organisationId: 'a', name: '小分队', kind: 'squad', state: 'pending' },
  ...{ path: ['r', 't', 'a'], categories: [], proposedBy: 'p' },
} as Organisation;
const asked = {
  ...{ by: 'x', event: 'approve' as const, depth: 3 },
  parent: { state: 'active', kind: 'team' },
} as const;
const rejected = {
  ...proposed,
  state: 'rejected' as const,
  decided: { by: 'x', at: 0, event: 'reject' as const },
};

test.each([
  ['the proposer, who has decided', { ...rejected, proposedBy: 'x' }, asked, 'not_to_oneself'],
  ['rejected by oneself, now approved', rejected, asked, 'already_decided'],
  ['rejected by somebody else', rejected, { ...asked, by: 'y' }, 'already_decided'],
  [
    'an unfit parent',
    proposed,
    { ...asked, parent: { ...asked.parent, kind: 'squad' } },
    'kind_unfit',
  ],
] as const)('%s → %s', (_name, organisation, wanted, code) => {
  expect(judgeVerification(organisation as Organisation, wanted)).toEqual({
    ...{ status: 'refused', code },
  });
});

test('the same decision by the same person → its own answer; a rejection asks nothing of the parent', () => {
  expect(judgeVerification(rejected, { ...asked, event: 'reject' })).toEqual({
    ...{ status: 'exists', state: 'rejected' },
  });
  const parent = { state: 'frozen', kind: 'squad' } as const;
  expect(judgeVerification(proposed, { ...asked, event: 'reject', parent })).toEqual({
    ...{ status: 'open', state: 'rejected' },
  });
  expect(judgeVerification(proposed, asked)).toEqual({ status: 'open', state: 'active' });
});
