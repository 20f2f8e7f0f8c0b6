/** A shift as an iCalendar file (RFC 5545). Times are UTC, so that no time zone table is needed. */
export type Event = {
  uid: string;
  /** Rises with every change of the shift, so that a calendar takes the newer one. */
  sequence: number;
  title: string;
  location: string;
  description: string;
  startsAt: number;
  endsAt: number;
  cancelled: boolean;
  at: number;
};

/** 20261124T060000Z */
const utc = (at: number): string =>
  new Date(at).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

const lineBytesMax = 75;

/** A line of more than 75 bytes goes on after a space; no character is cut in two. */
export function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  for (const letter of line) {
    const limit = rows.length === 0 ? lineBytesMax : lineBytesMax - 1;
    if (Buffer.byteLength(row + letter) > limit) {
      rows.push(row);
      row = '';
    }
    row += letter;
  }
  return [...rows, row].join('\r\n ');
}

export function icsOf(event: Event): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//volunteer-cloud//shift//ZH',
    'CALSCALE:GREGORIAN',
    `METHOD:${event.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.at)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY:${escaped(event.title)}`,
    `LOCATION:${escaped(event.location)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
