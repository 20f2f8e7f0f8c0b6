import { clockOf, dayOf, weekdayOf } from '#shared/time';
import type { Weight } from './fonts';
import { a4, begin, drawCode } from './pdf';

/** What a poster says. `link`: where its code leads; a printed code opens a page and never credits. */
export type Poster = {
  title: string;
  organisationName: string;
  shifts: { startsAt: number; endsAt: number }[];
  place: { name: string; address: string };
  contact: string;
  link: string;
};

/** The same margin on every side. */
const page = { ...a4, margin: 56 };
const codeSize = 260;
const shiftsMax = 6;
const brand = '#C8161D';
const [ink, faint] = ['#1D1B19', '#57524C'];

/** The poster as a PDF of one A4 page. */
export function drawPoster(poster: Poster): Promise<Buffer> {
  const { document, written } = begin({
    ...{ title: poster.title, author: poster.organisationName, margin: page.margin },
  });
  document.rect(0, 0, page.width, 12).fill(brand);
  tell(document, poster);
  drawLink(document, poster.link);
  document.end();
  return written;
}

type Style = { font: Weight; size: number; color: string; gap: number };
const styles = {
  brand: { font: 'bold', size: 15, color: brand, gap: 10 },
  title: { font: 'bold', size: 36, color: ink, gap: 14 },
  line: { font: 'regular', size: 18, color: ink, gap: 6 },
  small: { font: 'regular', size: 14, color: faint, gap: 6 },
} as const satisfies Record<string, Style>;

function write(document: PDFKit.PDFDocument, text: string, style: keyof typeof styles): void {
  const { font, size, color, gap } = styles[style];
  // A title of forty characters takes three lines at this size; nothing may push the code off the page.
  document.font(font).fontSize(size).fillColor(color);
  document.text(text, { width: page.width - 2 * page.margin, height: size * 4.5, ellipsis: true });
  document.y += gap;
}

function tell(document: PDFKit.PDFDocument, poster: Poster): void {
  const { title, organisationName, shifts, place, contact } = poster;
  document.y = 64;
  write(document, '志愿云 · 招募志愿者', 'brand');
  write(document, title, 'title');
  write(document, organisationName, 'small');
  document.y += 12;
  for (const shift of shifts.slice(0, shiftsMax)) write(document, spanOf(shift), 'line');
  if (shifts.length > shiftsMax) write(document, `等共 ${shifts.length} 场`, 'line');
  write(document, `${place.name}（${place.address}）`, 'line');
  write(document, `联系人：${contact}`, 'small');
}

/** 2026年12月1日 周二 14:00–16:00 */
function spanOf({ startsAt, endsAt }: { startsAt: number; endsAt: number }): string {
  const day = dayOf(startsAt);
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)].map(Number);
  const weekday = `周${'日一二三四五六'.charAt(weekdayOf(startsAt))}`;
  const ends = dayOf(endsAt) === day ? clockOf(endsAt) : `次日 ${clockOf(endsAt)}`;
  return `${year}年${month}月${date}日 ${weekday} ${clockOf(startsAt)}–${ends}`;
}

/** The code with what it does and does not do beneath. */
function drawLink(document: PDFKit.PDFDocument, link: string): void {
  const [left, top] = [(page.width - codeSize) / 2, page.height - page.margin - 92 - codeSize];
  drawCode(document, link, { left, top, size: codeSize });
  document.font('bold').fontSize(18).fillColor(ink);
  const centred = { width: page.width - 2 * page.margin, align: 'center' } as const;
  document.text('微信扫一扫，了解并报名', page.margin, top + codeSize + 18, centred);
  document.font('regular').fontSize(12).fillColor(faint);
  const note = '海报上的码只用来报名；签到请扫现场屏幕上的码。';
  document.text(note, page.margin, top + codeSize + 48, centred);
}
