import { dayMs, hourMs, minuteMs } from '#shared/time';
import type { City, MadeOrganisation, MadeShift } from './city';
import {
  addOrganisation,
  attend,
  days,
  emptyCity,
  firstMs,
  officeTime,
  shiftAtPlace,
  someOf,
  typeIn,
} from './city';
import { lookAlikes } from './look-alikes';

/**
 * An honest month, with everything in it that looks like fraud and is none: families on one phone, classes with a paper
 * list, nights, emergencies, mountains without network, the same six pensioners every other day.
 */
export function honestCity(seed: number, organisations: number): City {
  const city = emptyCity(seed);
  for (let i = 0; i < organisations; i++) {
    const made = addOrganisation(city, city.chance.whole(12, 45));
    shareFamilyPhones(city, made);
    const shifts = ordinaryMonth(city, made);
    paperwork(city, made, shifts);
    for (const lookAlike of someOf(city.chance, lookAlikes, 2)) lookAlike(city, made);
  }
  flood(city);
  return city;
}

/** Every tenth household, of two to five people. */
function shareFamilyPhones({ chance }: City, { regulars }: MadeOrganisation): void {
  for (let i = 0; i + 5 < regulars.length; i += chance.whole(6, 14)) {
    const size = chance.pick([2, 2, 3, 3, 4, 5]);
    const device = regulars[i]?.device ?? '';
    for (const one of regulars.slice(i, i + size)) one.device = device;
  }
}

/** Shifts by day, most at weekends; some phones upload late, some people forget to check out. */
function ordinaryMonth(city: City, made: MadeOrganisation): MadeShift[] {
  const { chance } = city;
  const count = chance.whole(5, 12);
  return Array.from({ length: count }, (_, index) => {
    const day = Math.floor((index * days) / count);
    const hour = chance.whole(8, 18);
    const shift = shiftAtPlace(city, made, {
      day,
      hour,
      minutes: chance.pick([90, 120, 180, 240]),
    });
    for (const person of made.regulars) if (chance.next() < 0.4) attend(city, shift, person);
    return shift;
  });
}

/** One row in twenty-five is typed: a phone was empty, by daylight, agreed to a day later. */
function paperwork(city: City, made: MadeOrganisation, shifts: MadeShift[]): void {
  const { chance } = city;
  for (const shift of shifts) {
    for (const person of made.regulars) {
      if (chance.next() > 0.016) continue;
      const at = officeTime(chance, shift, chance.whole(1, 3));
      typeIn(city, shift, person, {
        typing: { by: shift.organiser, at, reason: 'no_phone' },
        approver: made.approver,
        // Some approvers sit beside the typist.
        approvedAt: at + (chance.next() < 0.15 ? minuteMs : chance.whole(1, 40) * hourMs),
      });
    }
  }
}

/** A flood: six organisations of a district work through the night and write it down before they sleep. */
function flood(city: City): void {
  const { chance } = city;
  const [district] = city.organisations.map((it) => it.district);
  const there = city.organisations.filter((it) => it.district === district).slice(0, 6);
  if (!district || there.length < 3) return;
  const day = 11;
  for (const made of there) {
    const shift = shiftAtPlace(city, made, { day, hour: 14, minutes: 660 });
    const at = firstMs + (day + 1) * dayMs + chance.whole(100, 150) * minuteMs;
    for (const person of someOf(chance, made.regulars, 30)) {
      typeIn(city, shift, person, {
        typing: { by: shift.organiser, at, reason: 'emergency' },
        ...{ approver: made.approver, approvedAt: at + minuteMs },
      });
    }
    city.emergencyDays.set(district, new Set([shift.day]));
  }
}
