import {
  consentTexts,
  hasConsent,
  judgeConsent,
  mayKeepPlace,
  purposes,
} from '../../../functions/volunteers/consent.rules';
import type { Consent, StoredProfile } from '../../../functions/volunteers/volunteer.rules';

const version = consentTexts.messages;
const holder = (...consents: Consent[]) => ({ consents }) as StoredProfile;
const given: Consent = { purpose: 'messages', version, at: 1 };
const withdrawn: Consent = { ...given, withdrawnAt: 2 };
const yes = { purpose: 'messages', given: true, version } as const;
const no = { ...yes, given: false };

test.each([
  ['not registered', undefined, yes, { status: 'refused', code: 'not_registered' }],
  [
    'registration taken back',
    holder(),
    { ...no, purpose: 'registration' as const },
    { status: 'refused', code: 'registration_consent_needed' },
  ],
  [
    'a text that is not the one of today',
    holder(),
    { ...yes, version: '2020-01-1' },
    { status: 'refused', code: 'consent_changed' },
  ],
  ['given again', holder(given), yes, { status: 'exists' }],
  ['taken back again', holder(withdrawn), no, { status: 'exists' }],
  ['given', holder(), yes, { status: 'changed', consents: [{ ...given, at: 9 }] }],
  [
    'given after it was taken back',
    holder(withdrawn),
    yes,
    { status: 'changed', consents: [{ ...given, at: 9 }] },
  ],
  [
    'an older text agreed to, now the newer',
    holder({ ...given, version: '2020-01-1' }),
    yes,
    { status: 'changed', consents: [{ ...given, at: 9 }] },
  ],
  [
    'taken back',
    holder(given),
    no,
    { status: 'changed', consents: [{ ...given, withdrawnAt: 9 }] },
  ],
  [
    'refused before it was ever asked',
    holder(),
    no,
    { status: 'changed', consents: [{ ...given, at: 9, withdrawnAt: 9 }] },
  ],
  // An old text can be left, whatever stands today.
  [
    'an older text taken back',
    holder({ ...given, version: '2020-01-1' }),
    { ...no, version: '2020-01-1' },
    { status: 'changed', consents: [{ ...given, version: '2020-01-1', withdrawnAt: 9 }] },
  ],
])('%s', (_name, profile, said, verdict) => {
  expect(judgeConsent(profile, said, 9)).toEqual(verdict);
});

test('one purpose changes, the others stay', () => {
  const other: Consent = { purpose: 'province', version, at: 3 };
  expect(judgeConsent(holder(other, given), no, 9)).toEqual({
    status: 'changed',
    consents: [other, { ...given, withdrawnAt: 9 }],
  });
});

test('consent is there while it was given and not taken back', () => {
  expect(hasConsent(holder(given), 'messages')).toBe(true);
  expect(hasConsent(holder(withdrawn), 'messages')).toBe(false);
  expect(hasConsent(holder(given), 'province')).toBe(false);
  expect(hasConsent(undefined, 'messages')).toBe(false);
});

test('a place is kept unless that was taken back: the tap that sends it is the consent', () => {
  const place: Consent = { purpose: 'location', version, at: 1 };
  expect(mayKeepPlace(holder())).toBe(true);
  expect(mayKeepPlace(holder(place))).toBe(true);
  expect(mayKeepPlace(holder({ ...place, withdrawnAt: 2 }))).toBe(false);
});

test('every purpose has the version of its text', () => {
  expect(Object.keys(consentTexts)).toEqual(purposes);
});
