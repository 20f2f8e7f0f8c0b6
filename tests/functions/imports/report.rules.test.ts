import { reportOf, shownRow } from '../../../functions/imports/report.rules';

const shown = (name: string, phone: string) =>
  shownRow({ row: 2, name, phone, outcome: 'bad_phone' });

test.each([
  ['王小四', '13800001156', '王*四', '138******56'],
  ['李雷', '1380000111', '*雷', '138***'],
  ['李', '', '*', '—'],
  ['', '=1+1', '—', '=1+***'],
  ['=cmd|x', '@x', '=****x', '@x***'],
])('%j, %j → %s, %s', (name, phone, maskedName, maskedPhone) => {
  expect(shown(name, phone)).toEqual({ row: 2, maskedName, maskedPhone, outcome: 'bad_phone' });
});

test('the report → Excel opens it as it is: mark, heading, one line each', () => {
  const rows = [
    { row: 2, maskedName: '*雷', maskedPhone: '138******56', outcome: 'invited' as const },
  ];
  expect(reportOf(rows)).toBe(
    '\uFEFF行号,姓名,手机号,结果\r\n2,*雷,138******56,"已邀请，等本人确认"\r\n'.replaceAll('"', ''),
  );
});

test.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1', '\n@x'])(
  'a cell %j → no formula',
  (maskedName) => {
    const row = { row: 2, maskedName, maskedPhone: '—', outcome: 'bad_name' as const };
    const line = reportOf([row]).split('\r\n')[1] ?? '';
    expect(line).toMatch(/^2,"?'/);
  },
);

test('quotes, commas and line ends stay inside their cell', () => {
  const row = { row: 2, maskedName: 'a"b,c\nd', maskedPhone: '—', outcome: 'bad_name' as const };
  expect(reportOf([row])).toContain('2,"a""b,c\nd",—,');
});
