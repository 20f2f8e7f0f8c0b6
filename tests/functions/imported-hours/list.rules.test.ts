import { linesIn, rowsMax } from '../../../functions/imported-hours/list.rules';
import { linesOf, row } from '../../support/given-imported';

const now = Date.UTC(2026, 10, 24);
const read = (text: string) => linesIn(Buffer.from(text), now);
const one = row('r1', '13800000001', '王芳');
const inList = (...rows: object[]) => read(linesOf('source', '2024', rows));

test('a row with minutes, or with its end; a blank line and returns are nothing', () => {
  const { minutes: _, ...bare } = one;
  const ended = { ...bare, rowId: 'r2', until: '2024-05-01T03:30:59Z' };
  const text = `\uFEFF${linesOf('source', '2024', [one]).replaceAll('\n', '\r\n')}\r\n\r\n`;
  const found = read(`${text}${JSON.stringify(ended)}\n`);
  expect(found).toMatchObject({ heading: { source: 'source', list: '2024' }, wrong: 0 });
  const from = Date.UTC(2024, 4, 1, 1);
  expect(found.rows).toMatchObject([
    { rowId: 'r1', phone: '13800000001', name: '王芳', from, minutes: 120 },
    { rowId: 'r2', from, minutes: 150 },
  ]);
});

test.each([
  ['no JSON', 'hello'],
  ['another format', JSON.stringify({ format: 'x', source: 's', list: '1' })],
  ['no name of the list', JSON.stringify({ format: 'volunteer-cloud-hours-1', source: 's' })],
  ['nothing', ''],
])('a file that begins with %s has no heading, and nothing of it is read', (_, first) => {
  expect(read(`${first}\n${JSON.stringify(one)}`)).toMatchObject({ rows: [] });
  expect(read(first).heading).toBeUndefined();
});

test.each([
  ['no row id', { rowId: '' }],
  ['a long row id', { rowId: 'r'.repeat(65) }],
  ['no mobile number', { phone: '053288888888' }],
  ['a number that is no text', { phone: 13_800_000_001 }],
  ['no name', { name: ' ' }],
  ['a name of two lines', { name: '王\n芳' }],
  ['a long title', { title: '海'.repeat(31) }],
  ['no organisation', { organisation: null }],
  ['a time without its zone', { from: '2024-05-01T09:00:00' }],
  ['a time that is none', { from: '2024-13-01T09:00:00Z' }],
  ['a time to come', { from: '2026-11-25T09:00:00Z' }],
  ['minutes and an end', { until: '2024-05-01T11:00:00+08:00' }],
  ['no minutes', { minutes: 0 }],
  ['half a minute', { minutes: 0.5 }],
  ['minutes in words', { minutes: '120' }],
  ['more than a life', { minutes: 600_001 }],
  ['an end before the beginning', { minutes: undefined, until: '2024-05-01T00:00:00Z' }],
  ['a service of eight days', { minutes: undefined, until: '2024-05-09T09:00:00+08:00' }],
])('%s → no row, and its line is named', (_, more) => {
  expect(inList({ ...one, ...more })).toMatchObject({ rows: [], wrong: 1, wrongLines: [2] });
});

test('a row of the same name again, no object and an endless line are no rows', () => {
  const long = { ...one, rowId: 'r3', more: 'x'.repeat(5_000) };
  expect(inList(one, { ...one, minutes: 999 }, long)).toMatchObject({
    ...{ rows: [{ minutes: 120 }], wrong: 2, wrongLines: [3, 4] },
  });
  expect(read(`${linesOf('s', '1', [one])}\n3\nnull\n[]`)).toMatchObject({ wrong: 3 });
});

test('more rows than are taken are said to be too many; the first wrong lines are told', () => {
  const many = (count: number) =>
    inList(...Array.from({ length: count }, (_, index) => ({ ...one, rowId: `r${index}` })));
  expect(many(rowsMax)).toMatchObject({ tooLong: false });
  expect(many(rowsMax).rows).toHaveLength(rowsMax);
  expect(many(rowsMax + 1).tooLong).toBe(true);
  const wrong = inList(...Array.from({ length: 30 }, () => ({})));
  expect(wrong.wrong).toBe(30);
  expect(wrong.wrongLines).toHaveLength(20);
});
