import type { Entry } from '../../../functions/certificates/certificate.rules';
import {
  afterEvent,
  byDay,
  documentOf,
  erased,
  inPeriod,
  isFinal,
  judgeIssue,
  lastFour,
  masked,
  rowOf,
  standing,
  sumsOf,
} from '../../../functions/certificates/certificate.rules';

const noon = Date.UTC(2026, 10, 24, 4);
const entry = (more: Partial<Entry> = {}): Entry => ({
  ...{ sequence: 1, cause: 'service', causeId: 'shift', title: '净滩', organisationId: 'o' },
  ...{ creditedMinutes: 60, grade: 'C', servedFrom: noon, at: noon },
  ...more,
});

test('what was issued can be revoked once; what was revoked stays so', () => {
  expect(afterEvent('issued', 'revoke')).toBe('revoked');
  expect(afterEvent('revoked', 'revoke')).toBeUndefined();
});

test('a corrected service → only its last entry stands', () => {
  const book = [
    entry(),
    entry({ sequence: 2, cause: 'correction', reverses: 1, creditedMinutes: -60 }),
    entry({ sequence: 3, cause: 'correction', creditedMinutes: 30 }),
    entry({ sequence: 4, causeId: 'other' }),
    entry({ sequence: 5, cause: 'correction', reverses: 4, creditedMinutes: -60 }),
  ];
  expect(standing(book).map(({ sequence }) => sequence)).toEqual([3]);
});

test('nothing without a recorder, and nothing that counts nothing, stands', () => {
  const { organisationId: _, ...nobody } = entry();
  expect(standing([nobody, entry({ sequence: 2, creditedMinutes: 0 })])).toEqual([]);
});

describe('final', () => {
  const record = { state: 'credited', hoursSequence: 1, noticeUntil: 100 };
  test.each([
    ['the notice ends now', record, 100, true],
    ['the notice still runs', record, 99, false],
    ['not settled yet', { ...record, noticeUntil: undefined }, 100, false],
    ['disputed', { ...record, dispute: {} }, 100, false],
    ['another entry stands', { ...record, hoursSequence: 3 }, 100, false],
    ['declined', { ...record, state: 'declined' }, 100, false],
    ['no record', undefined, 100, false],
  ])('%s', (_name, known, now, final) => {
    expect(isFinal(entry(), known as never, now)).toBe(final);
  });
  test.each(['imported', 'merge'] as const)('%s has no record here → final', (cause) => {
    expect(isFinal(entry({ cause }), undefined, 0)).toBe(true);
  });
});

test('a period holds both its days; what has no day of service lies on the day it came', () => {
  expect(inPeriod(entry(), { from: '20261124', until: '20261124' })).toBe(true);
  expect(inPeriod(entry(), { from: '20261125', until: '20261130' })).toBe(false);
  const { servedFrom: _, ...merged } = entry({ cause: 'merge', at: noon + 86_400_000 });
  expect(inPeriod(merged, { from: '20261125', until: '20261125' })).toBe(true);
});

test('rows keep what is printed, in the order of their days; their sums are those of the entries', () => {
  const rows = [
    entry({ sequence: 2, servedFrom: noon + 86_400_000, grade: 'imported', creditedMinutes: 5 }),
    entry({ category: 'elders', district: '370202' }),
    entry({ sequence: 3, grade: 'A', creditedMinutes: 7 }),
  ].map(rowOf);
  expect([...rows].sort(byDay).map(({ sequence }) => sequence)).toEqual([1, 3, 2]);
  expect(rows[1]).toMatchObject({ category: 'elders', district: '370202', minutes: 60 });
  expect(sumsOf(rows)).toEqual({ A: 7, B: 0, C: 60, D: 0, E: 0, imported: 5 });
});

const verified = { name: '李雷', realNameLevel: 1 as const, number: '37020219900307283X' };
const unverified = { ...verified, realNameLevel: 0 as const };

test.each([
  ['one’s own', verified, undefined, 'id_card'],
  ['one’s own before the guardian’s', verified, verified, 'id_card'],
  ['the guardian’s', unverified, verified, 'guardian'],
  ['nobody’s', unverified, unverified, undefined],
  ['nobody’s', unverified, undefined, undefined],
])('the document: %s', (_name, person, guardian, kind) => {
  expect(documentOf(person, guardian)?.kind).toBe(kind);
});

describe('judgeIssue, in order of precedence', () => {
  const document = { kind: 'id_card' as const, masked: '3702**********283X' };
  const issuer = { responsibleName: '刘', handlerName: '陈', contactPhone: '0532' };
  const good = {
    ...{ from: '20260101', until: '20261124', today: '20261124', registered: true },
    ...{ document, issuer, rows: [rowOf(entry())] },
  };
  test.each([
    ['all is well', {}, undefined],
    ['it ends before it begins', { from: '20261125', registered: false }, 'period_unfit'],
    ['it ends tomorrow', { until: '20261125' }, 'period_unfit'],
    ['nobody', { registered: false, document: undefined }, 'not_registered'],
    ['no document', { document: undefined, rows: [] }, 'identity_needed'],
    ['nothing', { rows: [], issuer: undefined }, 'nothing_to_certify'],
    ['too much', { rows: Array(501).fill(rowOf(entry())) }, 'certificate_too_long'],
    ['no issuer', { issuer: undefined }, 'issuer_unready'],
  ])('%s', (_name, part, code) => {
    expect(judgeIssue({ ...good, ...part })).toBe(code);
  });
});

test('masks, and what is left when a person is gone', () => {
  expect(masked('韩梅梅')).toBe('韩*梅');
  expect(lastFour({ kind: 'id_card', masked: '3702**********283X' })).toBe('283X');
  const known = { number: 'n', name: '韩梅梅', maskedName: '韩*梅', code: 'c' };
  const document = { kind: 'id_card', masked: '3702**********283X' };
  expect(erased({ ...known, document } as never, '已注销')).toEqual({
    ...{ number: 'n', name: '已注销', maskedName: '已注销', code: '' },
    document: { kind: 'id_card', masked: '' },
  });
});
