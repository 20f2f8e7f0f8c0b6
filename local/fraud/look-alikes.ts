import { dayMs, hourMs, minuteMs, startOfDay } from '#shared/time';
import type { City, MadeOrganisation } from './city';
import {
  attend,
  days,
  lateEnd,
  livedEnds,
  officeTime,
  personOf,
  serve,
  shiftAtPlace,
  someOf,
  typeIn,
} from './city';

/** What looks like fraud and is none: each organisation of the honest city has two of these in its month. */
type LookAlike = (city: City, made: MadeOrganisation) => void;
const daytime = (city: City) => ({
  day: city.chance.whole(0, days - 3),
  hour: city.chance.whole(8, 15),
  minutes: city.chance.pick([90, 120, 180]),
});

/** A class with printed cards: the teacher's helper scans one every few seconds. */
const schoolClass: LookAlike = (city, made) => {
  const { chance } = city;
  const shift = shiftAtPlace(city, made, daytime(city));
  const registeredAt = shift.startsAt - 2 * dayMs;
  let [came, left] = [shift.startsAt - 6 * minuteMs, shift.endsAt + minuteMs];
  for (let i = 0; i < chance.whole(25, 45); i++) {
    came += chance.whole(2_000, 6_000);
    left += chance.whole(2_000, 6_000);
    const pupil = personOf(chance, registeredAt + i * 20_000);
    city.people.push(pupil);
    serve(city, shift, pupil, {
      in: { at: came, by: 'card', witness: shift.organiser },
      out: { at: left, by: 'card', witness: shift.organiser },
    });
  }
};

/** A class that came with a paper list: all the same times, typed once; the teachers scanned. */
const paperClass: LookAlike = (city, made) => {
  const { chance } = city;
  const shift = shiftAtPlace(city, made, daytime(city));
  const at = officeTime(chance, shift);
  for (const teacher of made.regulars.slice(0, 2)) serve(city, shift, teacher);
  for (let i = 0; i < chance.whole(20, 42); i++) {
    const pupil = personOf(chance, shift.startsAt - dayMs + i * 30_000);
    city.people.push(pupil);
    typeIn(city, shift, pupil, {
      typing: { by: shift.organiser, at: at + i * 15_000, reason: 'paper_list' },
      approver: made.approver,
      approvedAt: at + chance.whole(1, 30) * hourMs,
    });
  }
};

/** The organiser's phone broke: a whole shift on paper, with the times people wrote down. */
const deviceFailure: LookAlike = (city, made) => {
  const { chance } = city;
  const shift = shiftAtPlace(city, made, daytime(city));
  const at = officeTime(chance, shift);
  for (const person of someOf(chance, made.regulars, chance.whole(8, 24))) {
    typeIn(city, shift, person, {
      typing: {
        by: shift.organiser,
        at: at + chance.whole(0, 20) * minuteMs,
        reason: 'device_failure',
      },
      ...{ approver: made.approver, approvedAt: at + chance.whole(2, 30) * hourMs },
      from: shift.startsAt + chance.whole(0, 3) * 5 * minuteMs,
      until: shift.endsAt - chance.whole(0, 3) * 5 * minuteMs,
    });
  }
};

/** No network at all: everybody's scans arrive on the way home. */
const mountain: LookAlike = (city, made) => {
  const { chance } = city;
  const shift = shiftAtPlace(city, made, { ...daytime(city), minutes: 240 });
  for (const person of someOf(chance, made.regulars, 40)) {
    const ends = livedEnds(city, shift, person);
    const arrived = shift.endsAt + chance.whole(40, 240) * minuteMs;
    serve(city, shift, person, {
      ...{ in: lateEnd(ends.in, arrived), out: lateEnd(ends.out, arrived) },
      decision: { by: shift.organiser, at: officeTime(chance, shift) },
    });
  }
};

/** One operator has no mast there: some upload at once, some at home. */
const halfCoverage: LookAlike = (city, made) => {
  const { chance } = city;
  const shift = shiftAtPlace(city, made, daytime(city));
  for (const person of someOf(chance, made.regulars, 40)) {
    const ends = livedEnds(city, shift, person);
    if (chance.next() < 0.55) serve(city, shift, person, ends);
    else {
      const arrived = shift.endsAt + chance.whole(20, 300) * minuteMs;
      serve(city, shift, person, {
        ...{ in: lateEnd(ends.in, arrived), out: lateEnd(ends.out, arrived) },
        decision: { by: shift.organiser, at: officeTime(chance, shift) },
      });
    }
  }
};

/** Hundreds through a few gates in a quarter of an hour. */
const bigEvent: LookAlike = (city, made) => {
  const { chance } = city;
  const shift = shiftAtPlace(city, made, { ...daytime(city), minutes: 180 });
  for (let i = 0; i < chance.whole(150, 400); i++) {
    const person = personOf(chance);
    city.people.push(person);
    attend(city, shift, person);
  }
};

/** Six to nine pensioners, every other day, the same organiser; somebody is always at the doctor's. */
const smallSquad: LookAlike = (city, made) => {
  const { chance } = city;
  const squad = Array.from({ length: chance.whole(4, 9) }, () => personOf(chance));
  city.people.push(...squad);
  const organiser = made.staff[0] ?? '';
  for (let day = 1; day < days; day += chance.whole(2, 4)) {
    const shift = shiftAtPlace(city, made, { day, hour: 8, minutes: 90, organiser });
    for (const person of squad) if (chance.next() < 0.9) attend(city, shift, person);
  }
};

/** One or two who sit with an old person every week, let in by the same keeper. */
const companions: LookAlike = (city, made) => {
  const { chance } = city;
  const organiser = made.staff[0] ?? '';
  for (let i = 0; i < chance.whole(1, 2); i++) {
    const person = personOf(chance);
    city.people.push(person);
    for (let day = i; day < days; day += chance.whole(2, 5)) {
      const shift = shiftAtPlace(city, made, { day, hour: 14, minutes: 120, organiser });
      attend(city, shift, person);
    }
  }
};

/** Old people without phones at a station: the keeper scans their cards as they come. */
const elderCards: LookAlike = (city, made) => {
  const { chance } = city;
  const elders = Array.from({ length: chance.whole(6, 14) }, () => personOf(chance));
  city.people.push(...elders);
  for (let day = 2; day < days; day += 7) {
    const shift = shiftAtPlace(city, made, { day, hour: 9, minutes: 120 });
    for (const elder of elders) {
      if (chance.next() < 0.2) continue;
      const ends = livedEnds(city, shift, elder);
      const card = (at: number) => ({ at, by: 'card' as const, witness: shift.organiser });
      serve(city, shift, elder, { in: card(ends.in.at), out: card(ends.out.at) });
    }
  }
};

/** A patrol until one at night, and the organiser who does the paper work right afterwards. */
const nightWatch: LookAlike = (city, made) => {
  const { chance } = city;
  for (let day = 1; day < days; day += 7) {
    const shift = shiftAtPlace(city, made, { day, hour: 20, minutes: 300 });
    for (const person of someOf(chance, made.regulars, 12)) attend(city, shift, person);
    for (const person of someOf(chance, made.regulars, 3)) {
      typeIn(city, shift, person, {
        typing: {
          ...{ by: shift.organiser, reason: 'no_phone' },
          at: shift.endsAt + chance.whole(10, 100) * minuteMs,
        },
        ...{ approver: made.approver, approvedAt: officeTime(chance, shift) },
      });
    }
  }
};

/** A bus brings ten who come and go together, twice. */
const busGroup: LookAlike = (city, made) => {
  const { chance } = city;
  const riders = Array.from({ length: 10 }, () => personOf(chance));
  city.people.push(...riders);
  for (const day of [5, 19]) {
    const shift = shiftAtPlace(city, made, { day, hour: 10, minutes: 120 });
    const [came, left] = [shift.startsAt - 5 * minuteMs, shift.endsAt + minuteMs];
    for (const rider of riders) {
      const ends = livedEnds(city, shift, rider);
      serve(city, shift, rider, {
        in: { ...ends.in, at: came + chance.whole(0, 110_000) },
        out: { ...ends.out, at: left + chance.whole(0, 110_000) },
      });
    }
  }
};

/** A station's tablet, for whoever has no phone that day: a few each time, many in a month. */
const tablet: LookAlike = (city, made) => {
  const { chance } = city;
  const device = `tablet ${made.id}`;
  for (let day = 3; day < days; day += 3) {
    const shift = shiftAtPlace(city, made, { day, hour: 9, minutes: 120 });
    const present = someOf(chance, made.regulars, 12);
    for (const person of present.slice(0, 3)) attend(city, shift, { ...person, device });
    for (const person of present.slice(3)) attend(city, shift, person);
  }
};

/** The place was entered at the organisation's office: everybody is far away. */
const wrongPlace: LookAlike = (city, made) => {
  const shift = shiftAtPlace(city, made, daytime(city));
  for (const person of someOf(city.chance, made.regulars, 25)) {
    const ends = livedEnds(city, shift, person);
    serve(city, shift, person, { in: { ...ends.in, far: true }, out: { ...ends.out, far: true } });
  }
};

/** A screen in the sun: a third can only type the digits. */
const dimScreen: LookAlike = (city, made) => {
  const shift = shiftAtPlace(city, made, daytime(city));
  for (const person of someOf(city.chance, made.regulars, 30)) {
    const ends = livedEnds(city, shift, person);
    const by = city.chance.next() < 0.33 ? ('digits' as const) : ('token' as const);
    serve(city, shift, person, { in: { ...ends.in, by }, out: { ...ends.out, by } });
  }
};

/** Finishes last week's paper half past midnight, once. */
const insomniac: LookAlike = (city, made) => {
  const { chance } = city;
  const shift = shiftAtPlace(city, made, daytime(city));
  const at = startOfDay(shift.day) + 2 * dayMs + 30 * minuteMs;
  for (const person of made.regulars.slice(0, 4)) serve(city, shift, person);
  for (const person of made.regulars.slice(4, 4 + chance.whole(4, 12))) {
    typeIn(city, shift, person, {
      typing: { by: shift.organiser, at, reason: 'paper_list' },
      ...{ approver: made.approver, approvedAt: at + chance.whole(8, 30) * hourMs },
    });
  }
};

/** Only two people hold a role: each agrees to what the other typed. */
const twoStaff: LookAlike = (city, made) => {
  const { chance } = city;
  const [one = '', two = made.approver] = made.staff;
  for (const [by, approver] of [
    [one, two],
    [two, one],
  ] as const) {
    const shift = shiftAtPlace(city, made, daytime(city));
    for (const person of someOf(chance, made.regulars, 8)) serve(city, shift, person);
    for (const person of someOf(chance, made.regulars, chance.whole(5, 11))) {
      const at = officeTime(chance, shift);
      typeIn(city, shift, person, {
        typing: { by, at, reason: 'no_phone' },
        ...{ approver, approvedAt: at + chance.whole(5, 300) * minuteMs },
      });
    }
  }
};

/** Serves in the morning here and in the afternoon across the city. */
const traveller: LookAlike = (city, made) => {
  const { chance } = city;
  const elsewhere = chance.pick(city.organisations);
  const person = personOf(chance);
  city.people.push(person);
  for (const day of [6, 13, 20]) {
    const first = shiftAtPlace(city, made, { day, hour: 8, minutes: 180 });
    const second = shiftAtPlace(city, elsewhere, { day, hour: 12.5, minutes: 180 });
    for (const shift of [first, second]) {
      attend(city, shift, person);
      for (const other of someOf(chance, made.regulars, 6)) attend(city, shift, other);
    }
  }
};

export const lookAlikes: readonly LookAlike[] = [
  schoolClass,
  paperClass,
  deviceFailure,
  mountain,
  halfCoverage,
  bigEvent,
  smallSquad,
  companions,
  elderCards,
  nightWatch,
  busGroup,
  tablet,
  wrongPlace,
  dimScreen,
  insomniac,
  twoStaff,
  traveller,
];
