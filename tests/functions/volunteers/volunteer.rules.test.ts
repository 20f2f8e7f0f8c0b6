import fc from 'fast-check';
import { maskName, maskPhone, mayAct } from '../../../functions/volunteers/volunteer.rules';

test.each([
  ['', '*'],
  ['李', '*'],
  ['李四', '*四'],
  ['王小四', '王*四'],
  ['欧阳娜娜', '欧**娜'],
  ['阿不都拉江', '阿***江'],
  ['买买提·阿不都热合曼', '买****曼'],
  ['𠮷', '*'],
  ['𠮷田', '*田'],
  ['王𠮷', '*𠮷'],
  ['𠮷小𠮷', '𠮷*𠮷'],
  ['😀🎉', '*🎉'],
])('%s → %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

test('whatever the name → the middle never shows, no character is cut in half, at most six are left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => {
      const shown = maskName(name);
      const letters = [...name.replaceAll('*', '')];
      expect([...shown].length).toBeLessThanOrEqual(6);
      expect(shown).toContain('*');
      expect(shown).not.toMatch(/[\ud800-\udfff]/u);
      if (letters.length < 3) return;
      const visible = [...shown].filter((letter) => letter !== '*');
      expect(visible.length).toBeLessThanOrEqual(2);
    }),
  );
});

test('a phone shows its first three and last two digits', () => {
  expect(maskPhone('15612345677')).toBe('156******77');
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
