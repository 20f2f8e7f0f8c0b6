import type { CalendarEvent } from './calendar';

/** Browsers have no calendar to write to: they save the file, which opens in the person's own. */
export async function addToCalendar({ title, ics }: CalendarEvent): Promise<boolean> {
  const url = URL.createObjectURL(new Blob([ics], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${title}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return true;
}
