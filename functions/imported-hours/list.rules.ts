import { dayMs, minuteMs } from '#shared/time';

/** A signed list: a line of its own that says what it is, then one row a line. Nothing here trusts a letter of it. */
export const listFormat = 'volunteer-cloud-hours-1';
export const rowsMax = 5_000;
/** Longer than any sound line: what is longer is not even parsed. */
const lineBytesMax = 4_096;
/** A row is at most so many minutes: what somebody did in all the years can be one row. */
const minutesMax = 600_000;
/** A row with both times is one service. */
const serviceMsMax = 7 * dayMs;
const linesTold = 20;

export type ListedHours = {
  rowId: string;
  phone: string;
  name: string;
  from: number;
  minutes: number;
  title: string;
  organisation: string;
};
export type Heading = { source: string; list: string };
export type HoursLines = {
  heading: Heading | undefined;
  rows: ListedHours[];
  wrong: number;
  /** The first lines that are no row, by their number in the file. */
  wrongLines: number[];
  /** There are more rows than are taken. */
  tooLong: boolean;
};

/** Reads a list line by line, without a copy of the whole. `now`: nothing that is still to come has been done. */
export function linesIn(file: Buffer, now: number): HoursLines {
  const read: HoursLines = {
    heading: undefined,
    rows: [],
    wrong: 0,
    wrongLines: [],
    tooLong: false,
  };
  const seen = new Set<string>();
  for (const [line, text] of textLines(file)) {
    if (line === 1) {
      read.heading = headingIn(text);
      if (!read.heading) return read;
      continue;
    }
    if (text === '') continue;
    if (read.rows.length + read.wrong === rowsMax) return { ...read, tooLong: true };
    const row = rowIn(text, now);
    if (row && !seen.has(row.rowId)) {
      seen.add(row.rowId);
      read.rows.push(row);
      continue;
    }
    read.wrong += 1;
    if (read.wrongLines.length < linesTold) read.wrongLines.push(line);
  }
  return read;
}

function* textLines(file: Buffer): Generator<[line: number, text: string | undefined]> {
  let start = 0;
  for (let line = 1; start < file.length; line++) {
    const found = file.indexOf(10, start);
    const end = found === -1 ? file.length : found;
    yield [line, end - start > lineBytesMax ? undefined : textOf(file, start, end)];
    start = end + 1;
  }
}

/** A mark of the byte order and the return before a line's end are no part of it. */
const textOf = (file: Buffer, start: number, end: number): string =>
  file
    .toString('utf8', start, end)
    .replace(/^\uFEFF/, '')
    .trim();

type Parsed = Record<string, unknown>;

function parsed(text: string | undefined): Parsed | undefined {
  try {
    const found: unknown = JSON.parse(text ?? '');
    return typeof found === 'object' && found !== null ? (found as Parsed) : undefined;
  } catch {
    return undefined;
  }
}

function headingIn(text: string | undefined): Heading | undefined {
  const { format, source, list } = parsed(text) ?? {};
  const label = wordIn(list, 40);
  return format === listFormat && typeof source === 'string' && label !== undefined
    ? { source, list: label }
    : undefined;
}

function rowIn(text: string | undefined, now: number): ListedHours | undefined {
  const {
    rowId: id,
    phone: number,
    name: who,
    title: what,
    organisation: by,
    ...when
  } = parsed(text) ?? {};
  const rowId = wordIn(id, 64);
  const phone = typeof number === 'string' && /^1[3-9]\d{9}$/.test(number) ? number : undefined;
  const name = wordIn(who, 20);
  const title = wordIn(what, 30);
  const organisation = wordIn(by, 30);
  const time = timeIn(when, now);
  return rowId && phone && name && title && organisation && time
    ? { rowId, phone, name, title, organisation, ...time }
    : undefined;
}

/** One line of so many letters at most; anything else is not repaired but refused. */
function wordIn(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const word = value.trim().normalize('NFC');
  const letters = Array.from(word).length;
  return letters > 0 && letters <= max && !/[\p{Cc}\p{Cf}]/u.test(word) ? word : undefined;
}

/** A day and a time with its zone: without one it is another time for every reader. */
const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;
const instantIn = (value: unknown): number =>
  typeof value === 'string' && zoned.test(value) ? Date.parse(value) : Number.NaN;

/** When it began and how long it was: by its end, or by its minutes; not by both. */
function timeIn(when: Parsed, now: number): { from: number; minutes: number } | undefined {
  const from = instantIn(when.from);
  if (!(from >= 0 && from < now)) return undefined;
  if (when.until === undefined) return sound(from, when.minutes);
  const until = instantIn(when.until);
  if (when.minutes !== undefined || !(until <= now && until - from <= serviceMsMax))
    return undefined;
  return sound(from, Math.floor((until - from) / minuteMs));
}

const sound = (from: number, minutes: unknown) =>
  typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1 && minutes <= minutesMax
    ? { from, minutes }
    : undefined;
