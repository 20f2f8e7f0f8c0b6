import type { ImportRow } from '#shared/imports';
import { importOutcomes } from '#shared/imports.words';
import { maskPhone } from '../sessions/way.rules';
import { maskName } from '../volunteers/volunteer.rules';
import type { ListedRow } from './list.rules';

/** A row for the one who brought it: enough to find it in their own sheet, not enough to call anybody. */
export const shownRow = ({ row, name, phone, outcome }: ListedRow): ImportRow => ({
  row,
  maskedName: name === '' ? none : maskName(name),
  maskedPhone: /^1\d{10}$/.test(phone) ? maskPhone(phone) : maskOdd(phone),
  outcome,
});

const none = '—';

/** What is no number is shown by its beginning: mostly a digit too few or too many. */
const maskOdd = (text: string): string =>
  text === '' ? none : `${[...text].slice(0, 3).join('')}***`;

/** The report as a file that Excel opens as it is. */
export function reportOf(rows: readonly ImportRow[]): string {
  const table = [
    ['行号', '姓名', '手机号', '结果'],
    ...rows.map(({ row, maskedName, maskedPhone, outcome }) => [
      ...[String(row), maskedName, maskedPhone, importOutcomes[outcome]],
    ]),
  ];
  return `\uFEFF${table.map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front; then quoting, where it is needed. */
function cellOf(text: string): string {
  const safe = /^[\s]*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
