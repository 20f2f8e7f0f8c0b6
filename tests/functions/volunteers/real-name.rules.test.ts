import { consentTexts } from '../../../functions/volunteers/consent.rules';
import { judgeRealName, verified, withTry } from '../../../functions/volunteers/real-name.rules';
import type { StoredProfile } from '../../../functions/volunteers/volunteer.rules';

const now = Date.UTC(2026, 10, 24, 4);
const number = '11010519491231002X';
const claim = { name: '李雷', number, consentVersion: consentTexts.real_name };
const profile = {
  ...{ version: 3, name: '李雷', birthMonth: '194901', realNameLevel: 0, consents: [] },
} as unknown as StoredProfile;
const done: StoredProfile = { ...profile, realNameLevel: 1 };
const today = '20261124';
const child = '11010520160101003';
const childNumber = `${child}${'10X98765432'[[...child].reduce((sum, digit, at) => sum + Number(digit) * (2 ** (17 - at) % 11), 0) % 11]}`;

/** One row for each outcome, in order of precedence. */
test.each([
  ['not registered', claim, { profile: undefined }, 'not_registered'],
  ['verified with this name and number', claim, { profile: done, knownNumber: number }, 'exists'],
  [
    'verified with another number',
    claim,
    { profile: done, knownNumber: '440524188001010014' },
    'already_verified',
  ],
  [
    'verified under another name',
    { ...claim, name: '李蕾' },
    { profile: done, knownNumber: number },
    'already_verified',
  ],
  [
    'an old text',
    { ...claim, consentVersion: '2020-01-1', number: '' },
    { profile },
    'consent_changed',
  ],
  ['no number', { ...claim, number: '110105194912310021' }, { profile }, 'identity_number_wrong'],
  [
    'a child nobody answers for',
    { ...claim, number: childNumber },
    { profile },
    'guardian_consent_needed',
  ],
  [
    'three tries today',
    claim,
    { profile: { ...profile, identityTries: { day: today, count: 3 } } },
    'identity_tries_spent',
  ],
  [
    'two tries today',
    claim,
    { profile: { ...profile, identityTries: { day: today, count: 2 } } },
    'ask',
  ],
  [
    'three tries yesterday',
    claim,
    { profile: { ...profile, identityTries: { day: '20261123', count: 3 } } },
    'ask',
  ],
  ['the first try', claim, { profile }, 'ask'],
])('%s', (_name, asked, known, outcome) => {
  const verdict = judgeRealName(asked, known, now);
  expect(verdict.status === 'refused' ? verdict.code : verdict.status).toBe(outcome);
});

test('a child whose guardian agreed → asked', () => {
  const guarded = { ...profile, guardian: { volunteerId: 'g', consentedAt: 1 } } as StoredProfile;
  const verdict = judgeRealName({ ...claim, number: childNumber }, { profile: guarded }, now);
  expect(verdict).toEqual({ status: 'ask', birthMonth: '201601' });
});

test('tries of a day add up, and begin anew the next', () => {
  const once = withTry(profile, now);
  expect(once.identityTries).toEqual({ day: today, count: 1 });
  expect(withTry(once, now).identityTries).toEqual({ day: today, count: 2 });
  expect(withTry(once, now + 24 * 3_600_000).identityTries?.count).toBe(1);
});

test('verified → name, month of birth and level are the number’s, the consent is written down', () => {
  const found = { name: '李磊', birthMonth: '194912', sealedIdentity: 'sealed' };
  expect(verified(profile, found, now)).toMatchObject({
    ...found,
    realNameLevel: 1,
    consents: [{ purpose: 'real_name', version: consentTexts.real_name, at: now }],
  });
});
