import type { Suspicion } from '../../../functions/suspicions/signal.rules';
import type { Finding } from '../../../functions/suspicions/suspicion.rules';
import {
  findingOf,
  grown,
  isNamed,
  judgeVerdict,
  rankOf,
  sharedPath,
} from '../../../functions/suspicions/suspicion.rules';
import { crowdOf, fact } from '../../support/facts';

const named = { findingId: 'f', month: '202611', at: 5 };
const suspicion = (count: number, score = 1.2): Suspicion => {
  const subject = { kind: 'staff', id: 'organiser' } as const;
  const facts = crowdOf(count).map((person) => fact(person, 'shift'));
  return {
    ...{ subject, score, severity: 'notice' },
    signals: [
      { rule: 'in_step', subject, weight: score, says: '同时到', facts, staff: ['organiser'] },
    ],
  };
};
const finding = findingOf(suspicion(6), named);

test('a finding says what was seen and names its rows, at most 400 of them', () => {
  expect(finding).toMatchObject({
    ...{ findingId: 'f', month: '202611', organisationId: 'team', path: ['root', 'team'] },
    ...{ rule: 'in_step', score: 120, severity: 'notice', rowCount: 6, foundAt: 5, version: 1 },
    signals: [{ rule: 'in_step', says: '同时到' }],
  });
  expect(finding.rows[0]).toBe('p0#shift');
  const large = findingOf(suspicion(900), named);
  expect([large.rows.length, large.rowCount]).toEqual([400, 900]);
});

test('it belongs to the lowest organisation that has all of it', () => {
  const of = (...paths: string[][]) => sharedPath(paths.map((path) => ({ path })));
  expect(of()).toEqual([]);
  expect(of(['root', 'corps', 'team'])).toEqual(['root', 'corps', 'team']);
  expect(of(['root', 'corps', 'a'], ['root', 'corps', 'b'])).toEqual(['root', 'corps']);
  expect(of(['root', 'a'], ['root', 'a', 'b'])).toEqual(['root', 'a']);
});

test('the gravest is first in a list', () => {
  expect([rankOf('grave'), rankOf('serious'), rankOf('notice')]).toEqual([0, 1, 2]);
});

describe('another look', () => {
  test('nothing known → it is new', () => {
    expect(grown(undefined, finding)).toBe(finding);
  });
  test('the same, or less → nothing is written', () => {
    expect(grown(finding, finding)).toBeUndefined();
    expect(grown(finding, findingOf(suspicion(4), named))).toBeUndefined();
  });
  test('more → it grows, and keeps when it was found first', () => {
    const more = findingOf(suspicion(8), { ...named, at: 9 });
    expect(grown({ ...finding, version: 3 }, more)).toMatchObject({
      ...{ version: 3, foundAt: 5, changedAt: 9, rowCount: 8 },
    });
  });
  test('somebody has judged it → it stays as it was judged', () => {
    const judged = { by: 'a', at: 7, verdict: 'unfounded' as const, reason: '核对过' };
    expect(grown({ ...finding, judged }, findingOf(suspicion(8), named))).toBeUndefined();
  });
});

test('named: its subject, whoever stood for it, and everybody with a row', () => {
  const it: Finding = { ...finding, staff: ['approver'] };
  expect(['organiser', 'approver', 'p3', 'auditor'].map((who) => isNamed(it, who))).toEqual([
    ...[true, true, true, false],
  ]);
});

describe('a verdict, in the order of its outcomes', () => {
  const word = { by: 'auditor', verdict: 'unfounded' as const, reason: '核对过' };
  const judged = { ...word, at: 7 };

  test.each([
    ['by whoever is named → there is no such thing', finding, { ...word, by: 'p1' }, 'not_found'],
    ['the first → open', finding, word, 'open'],
    ['the same again → exists', { ...finding, judged }, word, 'exists'],
    ['by another → decided', { ...finding, judged }, { ...word, by: 'b' }, 'already_decided'],
    [
      'the other way → decided',
      { ...finding, judged },
      { ...word, verdict: 'founded' as const },
      'already_decided',
    ],
  ])('%s', (_, it, judging, expected) => {
    const verdict = judgeVerdict(it, judging);
    expect(verdict.status === 'refused' ? verdict.code : verdict.status).toBe(expected);
  });
});
