import PDFDocument from 'pdfkit';
import qrcode from 'qrcode-generator';
import { fontOf } from './fonts';

/** What every printed thing has: A4 in points, the two weights, a code of vector squares. Only parts import this. */
export const a4 = { width: 595.28, height: 841.89 };

/** An empty document and what will have been written of it once it is ended. */
export function begin(it: { title: string; author: string; margin: number; pages?: 'kept' }) {
  const document = new PDFDocument({
    size: 'A4',
    margin: it.margin,
    bufferPages: it.pages === 'kept',
    // Without a font named here the library opens one of its own that has no Chinese.
    font: fontOf('regular') as unknown as string,
    info: { Title: it.title, Author: it.author },
    lang: 'zh-CN',
  });
  const written = collect(document);
  document.registerFont('regular', fontOf('regular'));
  document.registerFont('bold', fontOf('bold'));
  return { document, written };
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

type Square = { left: number; top: number; size: number };

/** The code of a text as vector squares, sharp at any size. Around it four modules must stay white. */
export function drawCode(
  document: PDFKit.PDFDocument,
  text: string,
  { left, top, size }: Square,
): void {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const modules = code.getModuleCount();
  const side = size / modules;
  for (let row = 0; row < modules; row++) {
    for (let column = 0; column < modules; column++) {
      if (code.isDark(row, column))
        document.rect(left + column * side, top + row * side, side, side);
    }
  }
  document.fill('#000000');
}
