import { cellsOf } from '../../../functions/imports/sheet.part';
import { workbook, workbookParts, zipOf } from '../../support/sheets';

const table = [
  ['姓名', '手机号', '备注'],
  ['李雷', '13800001111', '组长'],
];
const text = '姓名,手机号,备注\r\n李雷,13800001111,组长\r\n';
/** 姓名,手机号 / 李雷,13800001111 as Chinese Windows writes it. */
const gb = Buffer.concat([
  Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c]),
  Buffer.from([0xca, 0xd6, 0xbb, 0xfa, 0xba, 0xc5, 0x0d, 0x0a]),
  Buffer.from([0xc0, 0xee, 0xc0, 0xd7]),
  Buffer.from(',13800001111\r\n'),
]);

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le')],
  ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
  ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
  ['quotes', Buffer.from('"姓名","手机号","备注"\n"李雷","13800001111","组长"')],
  ['a workbook', workbook(table)],
  [
    'a workbook with a number for the phone',
    workbook([table[0] ?? [], ['李雷', 13800001111, '组长']]),
  ],
])('%s → the same cells', async (_, file) => {
  expect(await cellsOf(file)).toEqual(table);
});

test('GB18030 → read as that', async () => {
  expect(await cellsOf(gb)).toEqual([
    ['姓名', '手机号'],
    ['李雷', '13800001111'],
  ]);
});

test('rows of unequal length, an empty line, a quote inside a cell → kept as they stand', async () => {
  expect(await cellsOf(Buffer.from('a,b\n\n1\n2,"3,\n4",5\n6 "x",7'))).toEqual([
    ...[['a', 'b'], [''], ['1'], ['2', '3,\n4', '5']],
    ['6 "x"', '7'],
  ]);
});

test('a cell of 1 MB → read, for the list to cut', async () => {
  const cells = await cellsOf(Buffer.from(`姓名,手机号\n${'长'.repeat(350_000)},1`));
  expect(cells?.[1]?.[0]).toHaveLength(350_000);
});

test('a formula in a workbook → what it showed when it was saved', async () => {
  const row = '<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x")</f><v>李雷</v></c></row>';
  expect(await cellsOf(zipOf(workbookParts([], row)))).toEqual([['李雷']]);
});

test.each([
  ['nothing', Buffer.alloc(0), []],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), undefined],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), undefined],
  ['an archive of something else', zipOf([{ name: 'a.xml', body: 'x' }]), undefined],
  ['a cut workbook', workbook(table).subarray(0, 300), undefined],
  ['a quote that never ends', Buffer.from('a,b\n"c,d\n'), undefined],
])('%s → not a table', async (_, file, cells) => {
  expect(await cellsOf(file)).toEqual(cells);
});

const cell = (address: string) =>
  `<row><c r="${address}" t="inlineStr"><is><t>x</t></is></c></row>`;
test.each([
  ['the last row there is', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'],
  ['a row beyond all rows', '<row r="999999999"></row>'],
  ['a row in other digits', '<row r="1e9"></row>'],
  ['a row by its code', '<row r="&#57;99999999"></row>'],
  ['the last column of a late row', cell('XFD9000')],
  [
    'the same between other quotes',
    cell('A1').replace('"A1"', "\n=\n'XFD9000'").replace('=\n=', '='),
  ],
])('a sheet that claims %s → not read, at once', async (_, sheetData) => {
  const from = Date.now();
  const parts = workbookParts([], sheetData);
  const elsewhere = parts.map(({ name, body }) => ({
    name: name.replace('worksheets/sheet1', 'other/place'),
    body: String(body).replace('worksheets/sheet1', 'other/place'),
  }));
  expect(await cellsOf(zipOf(parts))).toBeUndefined();
  expect(await cellsOf(zipOf(elsewhere))).toBeUndefined();
  expect(Date.now() - from).toBeLessThan(2_000);
});

test('25 MB in a small workbook → not read', async () => {
  const parts = workbookParts([], `<row>${' '.repeat(25 * 1024 * 1024)}</row>`);
  expect(await cellsOf(zipOf(parts, { claim: 100 }))).toBeUndefined();
});
