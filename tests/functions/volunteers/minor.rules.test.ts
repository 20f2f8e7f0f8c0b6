import type { Category } from '#shared/vocabulary';
import {
  guardianConsentOf,
  guardianConsentVersion,
  judgeMinor,
  judgeRegistration,
  mayBeRanked,
  spoken,
} from '../../../functions/volunteers/minor.rules';

const startsAt = Date.parse('2026-11-24T06:00:00Z');
const consented = { volunteerId: 'guardian', consentedAt: 1 };

// In the order in which they are judged.
test.each([
  ['grown', '200810', undefined, 'emergency', undefined],
  ['17 and rescue work', '200811', consented, 'emergency', 'not_for_minors'],
  ['13 and rescue work', '201211', undefined, 'emergency', 'not_for_minors'],
  ['17 and anything else', '200811', undefined, 'environment', undefined],
  ['14 without consent', '201210', undefined, 'environment', undefined],
  ['13 without a guardian', '201211', undefined, 'environment', 'guardian_consent_needed'],
  [
    '13 whose guardian has not consented yet',
    ...(['201211', { volunteerId: 'guardian' }, 'environment', 'guardian_consent_needed'] as const),
  ],
  [
    '13 whose guardian withdrew',
    ...([
      '201211',
      { ...consented, withdrawnAt: 2 },
      'environment',
      'guardian_consent_needed',
    ] as const),
  ],
  ['13 whose guardian consented', '201211', consented, 'environment', undefined],
] as const)('%s', (_name, birthMonth, guardian, category: Category, code) => {
  const person = { birthMonth, ...(guardian && { guardian }) };
  expect(judgeMinor(person, { category, startsAt })).toBe(code);
});

test.each([
  ['13, and the guardian came along', '201211', 'environment', undefined],
  ['13, rescue work, and the guardian came along', '201211', 'emergency', 'not_for_minors'],
] as const)('%s', (_name, birthMonth, category, code) => {
  expect(judgeMinor({ birthMonth }, { category, startsAt, accompanied: true })).toBe(code);
});

const child = '201601';
const version = guardianConsentVersion;
test.each([
  ['14', '201210', undefined, 'not_needed'],
  ['ten, and nobody was asked', child, undefined, 'needed'],
  ['ten, with a guardian who has not spoken', child, { volunteerId: 'g' }, 'needed'],
  ['ten, with a yes', child, consented, 'given'],
  ['ten, with a yes that was taken back', child, { ...consented, withdrawnAt: 2 }, 'withdrawn'],
] as const)('the consent for somebody of %s → %s', (_name, birthMonth, guardian, state) => {
  expect(guardianConsentOf({ birthMonth, ...(guardian && { guardian }) }, startsAt)).toBe(state);
});

const yes = { volunteerId: 'g', consentedAt: 5, version };
const no = { volunteerId: 'g', withdrawnAt: 6 };
const withdrawn = { ...yes, withdrawnAt: 6 };
// In the order in which they are judged.
test.each([
  ['a yes to an older text', '201210', {}, { ...yes, version: 'x' }, 'consent_changed'],
  ['a yes for somebody of 14', '201210', {}, yes, 'consent_not_needed'],
  ['a no for somebody of 14', '201210', {}, no, 'consent_not_needed'],
  ['a yes after a yes', child, { guardian: yes }, yes, 'same'],
  ['a no after a no', child, { guardian: withdrawn }, no, 'same'],
  ['a first yes', child, {}, yes, yes],
  ['a no after a yes', child, { guardian: yes }, no, withdrawn],
  ['a yes after a no', child, { guardian: withdrawn }, yes, yes],
] as const)('%s', (_name, birthMonth, known, word, outcome) => {
  const verdict = spoken({ birthMonth, ...known }, word, startsAt);
  const got = { said: 'guardian', same: 'status', refused: 'code' }[verdict.status];
  expect((verdict as Record<string, unknown>)[got]).toEqual(outcome);
});

test.each([
  ['13', '201211', undefined, undefined],
  ['14, and no guardian is named', '201210', undefined, 'guardian_phone_needed'],
  ['17, and no guardian is named', '200811', undefined, 'guardian_phone_needed'],
  ['17, and a guardian is named', '200811', '13800000000', undefined],
  ['18', '200810', undefined, undefined],
] as const)('registering at %s → %s', (_name, birthMonth, guardianPhone, code) => {
  expect(judgeRegistration({ birthMonth, guardianPhone }, startsAt)).toBe(code);
});

test('no minor stands in a public ranking', () => {
  expect(mayBeRanked({ birthMonth: '200811' }, startsAt)).toBe(false);
  expect(mayBeRanked({ birthMonth: '200810' }, startsAt)).toBe(true);
});
