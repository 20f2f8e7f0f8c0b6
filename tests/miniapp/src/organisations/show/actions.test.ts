import type { MembershipState, OrganisationState } from '#shared/vocabulary';
import { actionsOf } from '../../../../../miniapp/src/organisations/show/actions';

type Word = string | undefined;
const cases: [OrganisationState, MembershipState | undefined, Word, Word][] = [
  ['active', undefined, '申请加入', undefined],
  ['active', 'declined', '申请加入', undefined],
  ['active', 'left', '申请加入', undefined],
  ['active', 'requested', undefined, '撤回申请'],
  ['active', 'invited', '同意加入', '不加入'],
  ['active', 'active', undefined, '退出组织'],
  ['frozen', undefined, undefined, undefined],
  ['frozen', 'invited', undefined, '不加入'],
  ['frozen', 'active', undefined, '退出组织'],
];

test.each(cases)('%s, %s → %s, %s', (state, mine, join, leave) => {
  const actions = actionsOf({ state, ...(mine && { mine: { state: mine } }) });
  expect([actions.join, actions.leave?.text]).toEqual([join, leave]);
});

test('leaving says that the hours stay', () => {
  const { leave } = actionsOf({ state: 'active', mine: { state: 'active' } });
  expect(leave?.note).toContain('时长和积分都会保留');
});
