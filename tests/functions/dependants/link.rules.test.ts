import type { Link } from '../../../functions/dependants/link.rules';
import {
  joined,
  judgeAdding,
  judgeEnding,
  judgeGuardian,
  judgeLinking,
  mayActFor,
  noFamily,
  parted,
} from '../../../functions/dependants/link.rules';
import { guardianConsentVersion } from '../../../functions/volunteers/minor.rules';

const now = Date.parse('2026-11-24T06:00:00Z');
const grown = { birthMonth: '198001' };
const ten = { birthMonth: '201601' };
const fifteen = { birthMonth: '201101' };
const many = (count: number) => Array.from({ length: count }, (_, index) => `person ${index}`);

test.each([
  ['nobody registered', undefined, 'not_registered'],
  ['17', { birthMonth: '200811' }, 'guardian_too_young'],
  ['18 since last month', { birthMonth: '200810' }, undefined],
])('a guardian who is %s → %s', (_name, profile, code) => {
  expect(judgeGuardian(profile, now)).toBe(code);
});

// In the order in which they are judged: each row is wrong in all that the rows after it are, too.
test.each([
  ['not registered', { guardian: undefined, relation: 'elder', version: 'old' }, 'not_registered'],
  ['a minor adds', { guardian: fifteen, relation: 'elder', version: 'old' }, 'guardian_too_young'],
  ['a child as an elder', { guardian: grown, relation: 'elder', version: 'old' }, 'relation_unfit'],
  ['an older text', { guardian: grown, relation: 'child', version: 'old' }, 'consent_changed'],
  ['six already', { guardian: grown, relation: 'child' }, 'dependants_full'],
  ['five already', { guardian: grown, relation: 'child', count: 5 }, undefined],
] as const)('adding a child of ten, %s → %s', (_name, it, code) => {
  const {
    guardian,
    relation,
    version = guardianConsentVersion,
    count = 6,
  } = {
    version: undefined,
    count: undefined,
    ...it,
  };
  const family = { ...noFamily, dependants: many(count) };
  const wanted = { ...ten, relation, consentVersion: version };
  expect(judgeAdding({ guardian, family, wanted }, now)).toBe(code);
});

test('a grown person is no child, and every minor is one', () => {
  const adding = (birthMonth: string, relation: Link['relation']) =>
    judgeAdding(
      {
        guardian: grown,
        family: noFamily,
        wanted: { birthMonth, relation, consentVersion: guardianConsentVersion },
      },
      now,
    );
  expect(adding('195001', 'child')).toBe('relation_unfit');
  expect(adding('195001', 'elder')).toBeUndefined();
  expect(adding('199001', 'other')).toBeUndefined();
  expect(adding('201101', 'other')).toBe('relation_unfit');
});

test('linking: six dependants before four guardians', () => {
  const full = { guardian: { ...noFamily, dependants: many(6) }, dependant: noFamily };
  const crowded = { ...noFamily, guardians: many(4) };
  expect(judgeLinking({ ...full, dependant: crowded })).toBe('dependants_full');
  expect(judgeLinking({ guardian: noFamily, dependant: crowded })).toBe('guardians_full');
  const almost = { ...noFamily, guardians: many(3) };
  expect(judgeLinking({ guardian: noFamily, dependant: almost })).toBeUndefined();
});

test.each([
  ['grown, without an account', grown, false, 1, undefined],
  ['ten, the only guardian', ten, false, 1, 'guardian_needed'],
  ['ten, who signs in alone', ten, true, 1, 'guardian_needed'],
  ['ten, with a second guardian', ten, false, 2, undefined],
  ['fifteen without an account', fifteen, false, 1, 'guardian_needed'],
  ['fifteen, who signs in alone', fifteen, true, 1, undefined],
] as const)('the link to somebody %s ends → %s', (_name, born, ownAccount, guardians, code) => {
  const family = { ...noFamily, ownAccount, guardians: many(guardians) };
  expect(judgeEnding({ ...born, family }, now)).toBe(code);
});

const child: Pick<Link, 'relation' | 'endedAt'> = { relation: 'child' };
const elder: Pick<Link, 'relation' | 'endedAt'> = { relation: 'elder' };
test.each([
  ['no link', undefined, { ...ten, ownAccount: false }, false],
  ['nobody there', child, undefined, false],
  ['a link that ended', { ...child, endedAt: 1 }, { ...ten, ownAccount: false }, false],
  ['a child', child, { ...ten, ownAccount: true }, true],
  ['a child that grew up without an account', child, { ...grown, ownAccount: false }, true],
  ['a child that grew up and signs in alone', child, { ...grown, ownAccount: true }, false],
  ['an elder who signs in, too', elder, { ...grown, ownAccount: true }, true],
] as const)('acting for: %s → %s', (_name, link, dependant, may) => {
  expect(mayActFor(link, dependant, now)).toBe(may);
});

test('joined and parted again → the families of before', () => {
  const before = {
    guardian: { ...noFamily, dependants: ['a'] },
    dependant: { ...noFamily, guardians: ['b'] },
  };
  const link = { guardianId: 'g', dependantId: 'd' };
  const after = joined(before, link);
  expect(after.guardian.dependants).toEqual(['a', 'd']);
  expect(after.dependant.guardians).toEqual(['b', 'g']);
  expect(parted(after, link)).toEqual(before);
});
