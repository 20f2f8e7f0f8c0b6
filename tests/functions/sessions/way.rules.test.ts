import { maskPhone } from '../../../functions/sessions/way.rules';

test('a phone → its first three and last two digits', () => {
  expect(maskPhone('15612345677')).toBe('156******77');
});
