import { bareName, listOf } from '../../../functions/imports/list.rules';

const heading = ['姓名', '手机号'];
const rowsOf = (cells: string[][]) => {
  const list = listOf(cells);
  return list.status === 'read' ? list.rows : list.code;
};
const one = (name: string, phone: string) => {
  const rows = rowsOf([heading, [name, phone]]);
  return typeof rows === 'string' ? rows : rows[0];
};

describe('the heading', () => {
  test.each([
    [
      'in any order, with others between',
      ['备注', '手机号', '身份', '姓名'],
      ['x', '13800001111', 'y', '李雷'],
    ],
    ['with marks of a form', ['* 姓 名：', '手机号码（必填）'], ['李雷', '13800001111']],
    ['in English', ['Name', 'PHONE'], ['李雷', '13800001111']],
    ['full-width spaces', ['　姓名　', '联系电话'], ['李雷', '13800001111']],
  ])('%s → found', (_, head, row) => {
    expect(rowsOf([head, row])).toEqual([
      { row: 2, name: '李雷', phone: '13800001111', outcome: 'pending' },
    ]);
  });

  test('below a title and a note → found; rows keep their number in the sheet', () => {
    const cells = [['净滩分队名单'], ['2026 年'], heading, ['', ''], ['李雷', '13800001111']];
    expect(rowsOf(cells)).toMatchObject([{ row: 5, name: '李雷' }]);
  });

  test.each([
    ['not a table', undefined, 'sheet_unreadable'],
    ['nothing', [], 'sheet_headings_missing'],
    [
      'no phone',
      [
        ['姓名', '备注'],
        ['李雷', 'x'],
      ],
      'sheet_headings_missing',
    ],
    ['only a heading', [heading, ['', ''], [' ', '　']], 'sheet_empty'],
    ['2,001 rows', [heading, ...Array(2_001).fill(['李雷', 'x'])], 'sheet_too_long'],
  ])('%s → %s', (_, cells, code) => {
    expect(listOf(cells)).toEqual({ status: 'refused', code });
  });

  test('2,000 rows → read', () => {
    expect(rowsOf([heading, ...Array(2_000).fill(['李雷', 'x'])])).toHaveLength(2_000);
  });
});

test.each([
  '13800001111',
  '138 0000 1111',
  '138-0000-1111',
  '+86 13800001111',
  '8613800001111',
  '0086-138-0000-1111',
  "'13800001111",
  '１３８００００１１１１',
  '\u202d13800001111\u202c',
  ' 13800001111\n',
])('the phone %j → understood', (phone) => {
  expect(one('李雷', phone)).toMatchObject({ phone: '13800001111', outcome: 'pending' });
});

test.each([
  ['bad_phone', '李雷', '1380000111'],
  ['bad_phone', '李雷', '138000011111'],
  ['bad_phone', '李雷', '12800001111'],
  ['bad_phone', '李雷', '1.38E+10'],
  ['bad_phone', '李雷', ''],
  ['bad_phone', '', '=1+1'],
  ['bad_name', '', '13800001111'],
  ['bad_name', '=HYPERLINK("http://x","李雷")', '13800001111'],
  ['bad_name', '李'.repeat(21), '13800001111'],
  ['bad_name', '13800001111', '13800001111'],
])('%s ← %j, %j', (outcome, name, phone) => {
  expect(one(name, phone)).toMatchObject({ outcome });
});

test('the same number again → a duplicate, also of a row whose name was bad', () => {
  const list = rowsOf([
    ...[heading, ['李雷', '13800001111'], ['韩梅梅', '138 0000 1111']],
    ...[
      ['', '13900001111'],
      ['王芳', '13900001111'],
    ],
  ]);
  expect(list).toMatchObject([
    { outcome: 'pending' },
    { outcome: 'duplicate' },
    { outcome: 'bad_name' },
    { outcome: 'duplicate' },
  ]);
});

test('a cell of 1 MB → 40 letters of it are kept', () => {
  expect(one('长'.repeat(350_000), '1'.repeat(1_000_000))).toEqual({
    ...{ row: 2, name: '长'.repeat(40), phone: '1'.repeat(40), outcome: 'bad_phone' },
  });
});

test('names → the same but for how they are written', () => {
  expect(bareName('Ａnna · O’Neil')).toBe(bareName("anna o'neil"));
  expect(bareName('李 雷')).toBe(bareName('李雷'));
  expect(bareName('李雷')).not.toBe(bareName('李蕾'));
});
