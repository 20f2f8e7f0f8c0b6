import { deflateRawSync } from 'node:zlib';

/** Spreadsheets as a program writes them, made by hand so that they can also be hostile. */
type Part = { name: string; body: string | Buffer };

/** A packed archive. `claim`: what the directory says of the unpacked size instead of the truth. */
export function zipOf(parts: Part[], { claim }: { claim?: number } = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, body } of parts) {
    const packed = deflateRawSync(body);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claim ?? Buffer.byteLength(body), 8);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    sizes.copy(local, 14);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(8, 10);
    sizes.copy(head, 16);
    head.writeUInt16LE(Buffer.byteLength(name), 28);
    head.writeUInt32LE(at, 42);
    bodies.push(local, Buffer.from(name), packed);
    directory.push(head, Buffer.from(name));
    at += local.length + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';

const letterOf = (column: number): string => String.fromCharCode(65 + column);
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const cellOf = (value: string | number, address: string): string =>
  typeof value === 'number'
    ? `<c r="${address}"><v>${value}</v></c>`
    : `<c r="${address}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;

/** The parts of a workbook whose first sheet has these rows; a number is stored as Excel stores one. */
export function workbookParts(rows: (string | number)[][], sheetData?: string): Part[] {
  const written = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row
        .map((value, column) => cellOf(value, `${letterOf(column)}${index + 1}`))
        .join('')}</row>`,
  );
  const sheet = sheetData ?? written.join('');
  return [
    {
      name: 'xl/workbook.xml',
      body: `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      body: `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/theme/theme1.xml',
      body: '<a:fillToRect l="50000" t="-80000" r="50000" b="180000"/>',
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      body: `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    },
  ];
}

export const workbook = (rows: (string | number)[][]): Buffer => zipOf(workbookParts(rows));
