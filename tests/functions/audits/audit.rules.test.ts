import { auditWord, factWord } from '../../../functions/audits/audit.rules';

test.each([
  ['roles_changed', '调整角色'],
  ['something_new', '其他变更'],
])('%s → %s', (action, word) => {
  expect(auditWord(action)).toBe(word);
});

test.each([
  ['settled', '已结算'],
  ['成员、审核人', '成员、审核人'],
  ['0123456789ab', undefined],
  [undefined, undefined],
])('what it was or became: %s → %s', (fact, word) => {
  expect(factWord(fact)).toBe(word);
});
