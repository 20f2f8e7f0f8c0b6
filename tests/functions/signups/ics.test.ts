import ICAL from 'ical.js';
import { folded, icsOf } from '../../../functions/signups/ics';

const startsAt = Date.UTC(2026, 10, 24, 6);
const event = {
  ...{ uid: '0123456789ab@volunteer-cloud', sequence: 3, title: '净滩; 第一次, “海边”\\' },
  location:
    '第一海水浴场，市南区南海路 23 号（靠近东门停车场，从台阶下到沙滩以后右手边第二个白色帐篷）',
  description: '第一行\n第二行',
  ...{ startsAt, endsAt: startsAt + 7_200_000, cancelled: false, at: startsAt - 1 },
};

const parsed = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return { calendar, event: new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined) };
};

test('written → read back by a calendar’s own library, sign for sign', () => {
  const { event: read } = parsed(icsOf(event));
  expect(read.uid).toBe(event.uid);
  expect(read.sequence).toBe(3);
  expect([read.summary, read.location, read.description]).toEqual([
    event.title,
    event.location,
    event.description,
  ]);
  expect(read.startDate.toJSDate().getTime()).toBe(startsAt);
  expect(read.endDate.toJSDate().getTime()).toBe(event.endsAt);
});

test('called off → the same UID says so', () => {
  const { calendar, event: read } = parsed(icsOf({ ...event, cancelled: true }));
  expect(read.uid).toBe(event.uid);
  expect(read.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
});

test('no line is longer than 75 bytes, none ends in the middle of a character', () => {
  const text = icsOf(event);
  expect(text.endsWith('\r\n')).toBe(true);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const long = `SUMMARY:${'海😀'.repeat(60)}`;
  expect(folded(long).replace(/\r\n /g, '')).toBe(long);
});
