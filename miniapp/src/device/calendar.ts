import Taro from '@tarojs/taro';

/** A shift for the phone's own calendar. Times in ms. */
export type CalendarEvent = {
  title: string;
  location: string;
  startsAt: number;
  endsAt: number;
  /** The same as an iCalendar file, for where there is no calendar to write to. */
  ics: string;
};

/** Puts it into the phone's calendar, with a reminder an hour before. False when the person would not have it. */
export async function addToCalendar(event: CalendarEvent): Promise<boolean> {
  const seconds = (at: number): number => Math.floor(at / 1_000);
  try {
    await Taro.addPhoneCalendar({
      title: event.title,
      location: event.location,
      startTime: seconds(event.startsAt),
      endTime: String(seconds(event.endsAt)),
      alarm: true,
      alarmOffset: 3_600,
    });
    return true;
  } catch {
    return false;
  }
}
