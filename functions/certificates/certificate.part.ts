import { gradeOrder } from '#shared/certificate-code';
import type { CertificateRow, CertificateShown } from '#shared/certificates';
import { documentKinds, revocationReasons } from '#shared/certificates.words';
import { dayOf } from '#shared/time';
import { categories, districts } from '#shared/vocabulary';
import { a4, begin, drawCode } from '../papers/pdf';
import { columns, dayWord, hoursWord, printable } from './print.rules';

/** The certificate as a PDF: one A4 page, and more for a long list of services. */

const page = { ...a4, margin: 44 };
const inner = page.width - 2 * page.margin;
const [brand, ink, faint, line] = ['#C8161D', '#1D1B19', '#57524C', '#C9C3BC'];
const codeSize = 136;
const rowHeight = 17;
const footHeight = 22;
const gradeNames = { A: 'A 级', B: 'B 级', C: 'C 级', D: 'D 级', E: 'E 级', imported: '外部转入' };

export function drawCertificate(it: CertificateShown): Promise<Buffer> {
  const title = '志愿服务记录证明';
  const { document, written } = begin({
    ...{ title: `${title} ${it.number}`, author: it.organisationName, margin: page.margin },
    pages: 'kept',
  });
  document.rect(0, 0, page.width, 10).fill(brand);
  document.font('bold').fontSize(24).fillColor(ink);
  document.text(title, page.margin, 44, { width: inner, align: 'center' });
  document.font('regular').fontSize(10).fillColor(faint);
  document.text(`编号 ${it.number}`, page.margin, 80, { width: inner, align: 'center' });
  document.y = 108;
  writeFacts(document, it);
  writeSums(document, it);
  writeSeal(document, it);
  writeRows(document, it.rows);
  if (it.revoked) crossOut(document, it.revoked);
  numberPages(document, it.number);
  document.end();
  return written;
}

type Document = PDFKit.PDFDocument;

/** Whether the open font can draw a character; what it cannot is printed as its code point. */
const drawable = (document: Document) => {
  const { font } = (document as unknown as { _font: FontHolder })._font;
  return (codePoint: number): boolean => font.hasGlyphForCodePoint(codePoint);
};
type FontHolder = { font: { hasGlyphForCodePoint(codePoint: number): boolean } };

function put(document: Document, text: string, at: [x: number, y: number], width: number): void {
  const safe = printable(text, drawable(document));
  document.text(safe, at[0], at[1], { width, height: 15, ellipsis: true, lineBreak: false });
}

function heading(document: Document, text: string): void {
  document.font('bold').fontSize(12).fillColor(brand);
  document.text(text, page.margin, document.y, { width: inner });
  document.y += 5;
}

/** Label and value in two columns. */
function writeFacts(document: Document, it: CertificateShown): void {
  const { document: paper, issuer } = it;
  const facts: [string, string][] = [
    ['姓名', it.name],
    ['志愿者编号', it.volunteerNumber],
    ['证件', documentKinds[paper.kind]],
    ['证件号码', paper.masked],
    ['服务期间', `${dayWord(it.from)}—${dayWord(it.until)}`],
    ['服务次数', `${it.rows.length} 次`],
    ['单位负责人', issuer.responsibleName],
    ['经办人', issuer.handlerName],
    ['联系电话', issuer.contactPhone],
    ['出具日期', dayWord(dayOf(it.issuedAt))],
    ['单位代码', it.organisationId],
    // The whole line: a name may have forty characters.
    ['出具单位', it.organisationName],
  ];
  heading(document, '志愿者与出具单位');
  const top = document.y;
  for (const [index, [label, text]] of facts.entries()) {
    const isLast = index === facts.length - 1;
    const x = page.margin + (isLast ? 0 : (index % 2) * (inner / 2));
    const y = top + Math.ceil(isLast ? index / 2 : Math.floor(index / 2)) * 21;
    document.font('regular').fontSize(10).fillColor(faint);
    put(document, label, [x, y], 62);
    document.font('bold').fontSize(11).fillColor(ink);
    put(document, text, [x + 64, y - 1], (isLast ? inner : inner / 2) - 70);
  }
  document.y = top + (Math.ceil((facts.length - 1) / 2) + 1) * 21 + 6;
}

/** The sum in large, and how much of it stands on which evidence; imported hours are no part of the sum. */
function writeSums(document: Document, it: CertificateShown): void {
  heading(document, '服务时长');
  const { imported, ...own } = it.minutes;
  const sum = Object.values(own).reduce((all, one) => all + one, 0);
  const top = document.y;
  document.font('bold').fontSize(22).fillColor(ink);
  document.text(hoursWord(sum), page.margin, top, { lineBreak: false });
  document.font('regular').fontSize(10).fillColor(faint);
  const counted = `共 ${sum} 分钟${imported > 0 ? `；另有外部转入 ${hoursWord(imported)}` : ''}`;
  document.text(counted, page.margin, top + 32, { width: inner });
  const width = inner / gradeOrder.length;
  for (const [index, grade] of gradeOrder.entries()) {
    const x = page.margin + index * width;
    document
      .rect(x, top + 54, width, 40)
      .lineWidth(0.6)
      .stroke(line);
    document.font('regular').fontSize(9).fillColor(faint);
    document.text(gradeNames[grade], x, top + 59, { width, align: 'center' });
    document.font('bold').fontSize(11).fillColor(ink);
    document.text(`${it.minutes[grade]} 分`, x, top + 74, { width, align: 'center' });
  }
  document.font('regular').fontSize(8.5).fillColor(faint);
  const words =
    '证据等级：A 两端现场扫码且当面确认；B 两端扫码且位置相符；C 两端扫码或扫志愿者卡；' +
    'D 一端扫码，按规则关闭；E 人工补录，两人确认并公示。外部转入的时长由原系统负责，不计入合计。';
  document.text(words, page.margin, top + 101, { width: inner });
  document.y += 10;
}

/** The code, and what stands in place of a red seal. */
function writeSeal(document: Document, it: CertificateShown): void {
  const top = document.y;
  drawCode(document, it.link, { left: page.margin, top: top + 4, size: codeSize });
  const [x, width] = [page.margin + codeSize + 22, inner - codeSize - 22];
  document.font('bold').fontSize(12).fillColor(brand);
  document.text('扫码验证真伪', x, top + 2, { width });
  document.font('regular').fontSize(9.5).fillColor(ink);
  const notes = [
    '本证明依《志愿服务条例》和《志愿服务记录与证明出具办法（试行）》出具，谁记录谁证明，不收取任何费用。',
    '本证明以电子签名（Ed25519）代替红色印章。二维码里是签过名的要点，改动任何一个字都通不过验证；用志愿云小程序扫码，不联网也能验证。',
    '表中只列公示期满、没有争议的服务。时长如有更正，本证明作废，请以扫码结果为准。',
    '备注：证件号码按个人信息保护要求隐去中间各位。',
  ];
  for (const note of notes) document.text(note, x, document.y + 5, { width, lineGap: 1.5 });
  document.y = Math.max(document.y, top + codeSize) + 16;
}

function writeRows(document: Document, rows: readonly CertificateRow[]): void {
  heading(document, '服务记录');
  writeHead(document);
  for (const [index, row] of rows.entries()) {
    if (document.y + heightOf(document, row) > page.height - page.margin - footHeight) {
      document.addPage();
      document.y = page.margin;
      writeHead(document);
    }
    writeRow(document, index + 1, row);
  }
}

function writeHead(document: Document): void {
  const y = document.y;
  document.font('bold').fontSize(9.5).fillColor(faint);
  for (const { title, x, width } of columns(inner))
    put(document, title, [page.margin + x, y], width);
  document.y = y + rowHeight - 3;
}

function writeRow(document: Document, number: number, row: CertificateRow): void {
  const y = document.y;
  document
    .moveTo(page.margin, y - 2)
    .lineTo(page.margin + inner, y - 2)
    .lineWidth(0.4)
    .stroke(line);
  document.font('regular').fontSize(9.5).fillColor(ink);
  const { category, district } = row;
  const place = [category && categories[category], district && districts[district]];
  const cells = [
    String(number),
    dayWord(row.day),
    row.title,
    place.filter((it) => it !== undefined).join(' · '),
    `${row.minutes} 分`,
    gradeNames[row.grade],
  ];
  for (const [index, { x, width }] of columns(inner).entries()) {
    const [text, at] = [cells[index] ?? '', [page.margin + x, y + 1] as [number, number]];
    if (index !== titleColumn) put(document, text, at, width - 6);
    else document.text(printable(text, drawable(document)), ...at, { width: width - 6 });
  }
  document.y = y + heightOf(document, row);
}

const titleColumn = 2;

/** A long title takes as many lines as it needs: what was done is what a certificate is for. */
function heightOf(document: Document, { title }: CertificateRow): number {
  document.font('regular').fontSize(9.5);
  const width = (columns(inner)[titleColumn]?.width ?? inner) - 6;
  const text = printable(title, drawable(document));
  return Math.max(rowHeight, document.heightOfString(text, { width }) + 3);
}

/** Paper cannot be called back; what is printed after a revocation says so across every page. */
function crossOut(document: Document, revoked: NonNullable<CertificateShown['revoked']>): void {
  const { start, count } = document.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    document.switchToPage(index);
    document.save().rotate(-28, { origin: [page.width / 2, page.height / 2] });
    document.font('bold').fontSize(64).fillColor(brand).fillOpacity(0.28);
    document.text('已吊销', 0, page.height / 2 - 60, { width: page.width, align: 'center' });
    document.fontSize(16);
    const why = `${dayWord(dayOf(revoked.at))} ${revocationReasons[revoked.reason]}`;
    document.text(why, 0, page.height / 2 + 26, { width: page.width, align: 'center' });
    document.restore().fillOpacity(1);
  }
}

function numberPages(document: Document, number: string): void {
  const { start, count } = document.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    document.switchToPage(index);
    document.font('regular').fontSize(8.5).fillColor(faint);
    const foot = `${number} · 第 ${index + 1} 页，共 ${count} 页`;
    const y = page.height - page.margin - 20;
    document.text(foot, page.margin, y, { width: inner, align: 'center', lineBreak: false });
  }
}
