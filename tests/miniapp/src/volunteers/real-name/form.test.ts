import { tidied, wrongIn } from '../../../../../miniapp/src/volunteers/real-name/form';

const form = { name: '李雷', number: '110105 19491231-002x', agreed: true };

test('a number as people type it → tidied and right', () => {
  expect(tidied(form.number)).toBe('11010519491231002X');
  expect(wrongIn(form)).toEqual({});
});

test.each([
  ['seventeen digits', { number: '11010519491231002' }, 'number'],
  ['a letter that is no X', { number: '11010519491231002A' }, 'number'],
  ['no name', { name: ' ' }, 'name'],
  ['not agreed', { agreed: false }, 'agreed'],
])('%s → said in place', (_name, part, field) => {
  expect(Object.keys(wrongIn({ ...form, ...part }))).toEqual([field]);
});
