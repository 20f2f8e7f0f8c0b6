import fc from 'fast-check';
import type { StoredProfile } from '../../../functions/volunteers/volunteer.rules';
import {
  ageAt,
  judgeChange,
  maskName,
  without,
} from '../../../functions/volunteers/volunteer.rules';

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

test.each([
  ['the month before', '2026-10-31T15:59:59Z', 15],
  ['in the month of birth', '2026-11-15T00:00:00Z', 15],
  ['from the first of the next month, in Qingdao', '2026-11-30T16:00:00Z', 16],
])('born in 2010-11, %s → %s is %i', (_name, at, age) => {
  expect(ageAt('201011', Date.parse(at))).toBe(age);
});

const profile = { name: '李雷', realNameLevel: 0, consents: [] } as unknown as StoredProfile;
const verified: StoredProfile = { ...profile, realNameLevel: 1 };
const allowed: StoredProfile = {
  ...profile,
  consents: [{ purpose: 'emergency_contact', version: '2026-11-1', at: 1 }],
};

/** One row for each outcome, in order of precedence. */
test.each([
  ['not registered', undefined, { name: '李雷', contact: true }, 'not_registered'],
  ['another name after the real one', verified, { name: '李蕾', contact: true }, 'name_fixed'],
  [
    'a contact nobody agreed to',
    verified,
    { name: '李雷', contact: true },
    'emergency_consent_needed',
  ],
  ['a contact that was agreed to', allowed, { name: '李雷', contact: true }, undefined],
  ['another name before the real one', profile, { name: '李蕾', contact: false }, undefined],
])('a change: %s → %s', (_name, known, wants, code) => {
  expect(judgeChange(known, wants)).toBe(code);
});

test('without a field → the field is gone, not undefined; what was never there is no matter', () => {
  const sealed: StoredProfile = { ...profile, sealedIdentity: 'x' };
  expect(Object.keys(without(sealed, 'sealedIdentity'))).toEqual(Object.keys(profile));
  expect(without(profile, 'deletion')).toEqual(profile);
});
