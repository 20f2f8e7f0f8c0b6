import fc from 'fast-check';
import { hourMs } from '#shared/time';
import type { LinkCode } from '../../../functions/dependants/link-code.rules';
import {
  codeFrom,
  countTry,
  judgeCode,
  judgeMaking,
  triesAreSpent,
} from '../../../functions/dependants/link-code.rules';

const now = Date.parse('2026-11-24T06:00:00Z');
const code: LinkCode = {
  version: 1,
  purpose: 'guardian',
  subjectId: 'child',
  madeBy: 'child',
  usableUntil: now + 1,
  expiresAt: 0,
};
const typing = { purpose: 'guardian', by: 'me', now } as const;

test.each([
  ['good', code, 'mark', undefined],
  ['unknown', undefined, 'mark', 'link_code_wrong'],
  ['for something else', { ...code, purpose: 'handover' }, 'mark', 'link_code_wrong'],
  ['over', { ...code, usableUntil: now }, 'mark', 'link_code_wrong'],
  ['replaced by a newer one', code, 'newer', 'link_code_wrong'],
  ['used by somebody else', { ...code, usedBy: 'other' }, 'mark', 'link_code_wrong'],
  ['used by the same person, over', { ...code, usedBy: 'me', usableUntil: 0 }, 'x', undefined],
] as const)('a code that is %s', (_name, typed, current, refused) => {
  expect(judgeCode({ code: typed as LinkCode, current, mark: 'mark' }, typing)).toBe(refused);
});

test('five wrong codes an hour, and then one waits until the hour is over', () => {
  let tries = countTry(undefined, now);
  for (let count = 2; count <= 5; count++) {
    expect(triesAreSpent(tries, now)).toBe(false);
    tries = countTry(tries, now + count);
  }
  expect(triesAreSpent(tries, now + hourMs - 1)).toBe(true);
  expect(triesAreSpent(tries, now + hourMs)).toBe(false);
  expect(countTry({ ...tries, version: 7 }, now + hourMs)).toEqual({
    ...{ version: 7, count: 1, since: now + hourMs },
  });
});

test('any bytes → eight letters that nobody mistakes for another', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      expect(codeFrom(bytes)).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
    }),
  );
});

const alone = { ownAccount: true, guardians: [] };
const without = { ownAccount: false, guardians: ['g'] };
test.each([
  ['a guardian for a minor', 'guardian', '201101', alone, undefined],
  ['a guardian for a grown person', 'guardian', '198001', alone, 'guardian_not_needed'],
  ['a second relative for an elder', 'guardian', '195001', without, undefined],
  ['an account for somebody without one', 'handover', '195001', without, undefined],
  ['an account for somebody who has one', 'handover', '195001', alone, 'own_account'],
] as const)('%s → %s', (_name, purpose, birthMonth, family, refused) => {
  expect(judgeMaking({ purpose, birthMonth, family: { ...family, guardians: [] } }, now)).toBe(
    refused,
  );
});
