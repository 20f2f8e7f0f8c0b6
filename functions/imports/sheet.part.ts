import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/universal';
import { storedArchive, unpack } from './unpack';

/**
 * A file as cells of text, row by row; undefined when it cannot be read as a table. What kind of table it is says its
 * content, not its name: people rename files. Loaded only when a file comes, as it weighs as much as everything else.
 */
export async function cellsOf(file: Buffer): Promise<string[][] | undefined> {
  try {
    if (file.subarray(0, 4).equals(zipMark)) return await cellsOfWorkbook(file);
    return cellsOfText(file);
  } catch {
    return undefined;
  }
}

const zipMark = Buffer.from('PK\u0003\u0004');
/** More than a list may have, so that a longer one is seen to be too long; and gaps between rows count. */
const rowsMax = 20_000;
/** What is held in memory at once: a sheet of one cell at the far end is as large as a full one. */
const cellsMax = 2_000_000;

function cellsOfText(file: Buffer): string[][] | undefined {
  const text = textOf(file);
  if (text === undefined || text.includes('\0')) return undefined;
  return parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    to: rowsMax,
  });
}

/** UTF-8, what Excel writes as Unicode text, or the encoding of Chinese Windows. */
function textOf(file: Buffer): string | undefined {
  const encodings = file.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))
    ? ['utf-16le']
    : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {
      // Not in this encoding; the next one is tried.
    }
  }
  return undefined;
}

/** Whatever stands most often in the first lines, of what spreadsheets write between cells. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 2_000);
  const often = (one: string) => head.split(one).length;
  return [',', '\t', ';'].reduce((best, one) => (often(one) > often(best) ? one : best));
}

async function cellsOfWorkbook(file: Buffer): Promise<string[][] | undefined> {
  const parts = unpack(file);
  if (!parts || !isModest(parts)) return undefined;
  const rows = await readSheet(storedArchive(parts));
  return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

/**
 * Whether no sheet claims a row or column far away: readers fill everything before it. Addresses that are not of the
 * usual form are claims, too.
 */
function isModest(parts: Map<string, Buffer>): boolean {
  for (const body of parts.values()) {
    const text = body.toString('latin1');
    if (!text.includes('sheetData')) continue;
    let [row, column] = [1, 1];
    for (const [, , quoted = ''] of text.matchAll(addresses)) {
      const [, letters = '', digits = ''] = /^([A-Z]{0,3})(\d{0,7})$/.exec(quoted) ?? [];
      if (letters === '' && digits === '') return false;
      row = Math.max(row, Number(digits));
      column = Math.max(column, numberOf(letters));
    }
    if (row > rowsMax || row * column > cellsMax) return false;
  }
  return true;
}

const addresses = /[\s:]r\s*=\s*(["'])(.*?)\1/g;
const numberOf = (letters: string): number =>
  [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
