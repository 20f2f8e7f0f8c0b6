import type { ImportOutcome } from '#shared/imports.words';
import type { RefusalCode } from '#shared/refusals';

/** A table of cells read as a list of people: which columns are meant, and what is wrong with a row in itself. */
export type ListedRow = {
  row: number;
  name: string;
  phone: string;
  /** Of a sign-in sheet: when somebody came and left, as it was written. */
  from?: string;
  until?: string;
  outcome: ImportOutcome;
};

export const listRowsMax = 2_000;
/** A title and a note may stand above the heading. */
const headingWithin = 10;
/** What is kept of a cell that is no name and no number, for its owner to recognise. */
const keptLetters = 40;

const headings = {
  name: ['姓名', '名字', '志愿者姓名', '成员姓名', 'name'],
  phone: [
    '手机号',
    '手机',
    '手机号码',
    '联系电话',
    '联系方式',
    '电话',
    '电话号码',
    'phone',
    'mobile',
  ],
  from: ['签到', '签到时间', '到达', '到达时间', '开始', '开始时间'],
  until: ['签退', '签退时间', '离开', '离开时间', '结束', '结束时间'],
};

type Verdict = { status: 'read'; rows: ListedRow[] } | { status: 'refused'; code: RefusalCode };
const refused = (code: RefusalCode): Verdict => ({ status: 'refused', code });

/** Columns in any order, others (备注) are not looked at; a row is named by its place in the sheet, from 1. */
export function listOf(
  cells: readonly (readonly string[])[] | undefined,
  { times = false } = {},
): Verdict {
  if (!cells) return refused('sheet_unreadable');
  const heading = cells.slice(0, headingWithin).findIndex((row) => columnsOf(row) !== undefined);
  const columns = columnsOf(cells[heading] ?? []);
  if (!columns) return refused('sheet_headings_missing');
  if (times && !hasTimes(columns)) return refused('sheet_times_missing');
  const rows: ListedRow[] = [];
  const seen = new Set<string>();
  for (const [index, row] of cells.entries()) {
    if (index <= heading) continue;
    const one = personIn(row, columns, index + 1);
    if (!one) continue;
    if (rows.length === listRowsMax) return refused('sheet_too_long');
    const listed = judged(one, seen);
    rows.push(times ? withTimes(listed, row, columns) : listed);
  }
  return rows.length === 0 ? refused('sheet_empty') : { status: 'read', rows };
}

type Columns = NonNullable<ReturnType<typeof columnsOf>>;

/** Undefined for a line that is empty where people stand. */
function personIn(cells: readonly string[], columns: Columns, row: number) {
  const [name, phone] = [plain(cells[columns.name]), plain(cells[columns.phone])];
  return name === '' && phone === '' ? undefined : { row, name, phone };
}

const hasTimes = ({ from, until }: Columns): boolean => from !== -1 && until !== -1;

const withTimes = (one: ListedRow, cells: readonly string[], { from, until }: Columns) => ({
  ...one,
  from: plain(cells[from]),
  until: plain(cells[until]),
});

function columnsOf(row: readonly string[]) {
  const words = row.map((cell) =>
    plain(cell)
      .toLowerCase()
      .replace(/[(（[【].*$|[\s*:：]/g, ''),
  );
  const columnOf = (heading: keyof typeof headings) =>
    words.findIndex((word) => headings[heading].includes(word));
  const [name, phone] = [columnOf('name'), columnOf('phone')];
  if (name === -1 || phone === -1) return undefined;
  return { name, phone, from: columnOf('from'), until: columnOf('until') };
}

function judged(
  { row, name, phone }: Pick<ListedRow, 'row' | 'name' | 'phone'>,
  seen: Set<string>,
): ListedRow {
  const number = phoneIn(phone);
  const outcome = outcomeOf({ name, number, seen });
  if (number !== undefined) seen.add(number);
  const kept = (text: string) => [...text].slice(0, keptLetters).join('');
  return { row, name: kept(name), phone: number ?? kept(phone), outcome };
}

type Looked = { name: string; number: string | undefined; seen: Set<string> };

function outcomeOf({ name, number, seen }: Looked): ImportOutcome {
  if (number === undefined) return 'bad_phone';
  if (seen.has(number)) return 'duplicate';
  return isName(name) ? 'pending' : 'bad_name';
}

/** The mainland mobile number in a cell as people write it: spaces, hyphens, +86, an apostrophe before it. */
function phoneIn(cell: string): string | undefined {
  const digits = cell.replace(/[\s'’\-‐-―()（）]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : undefined;
}

const isName = (text: string): boolean => /^[\p{L}\p{M}·•. '’-]{1,20}$/u.test(text);

/** Full-width digits become plain ones; what cannot be seen is dropped; a cell is one line. */
const plain = (cell = ''): string =>
  cell
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A name without what people write in more than one way. */
export const bareName = (name: string): string =>
  plain(name)
    .toLowerCase()
    .replace(/[·•. '’-]/g, '');
