import { hourMs, minuteMs } from '#shared/time';
import type { Fact, FactEnd } from '../../functions/suspicions/fact.rules';
import type { City, MadeOrganisation, MadeShift, Person } from './city';
import {
  days,
  idOf,
  lateEnd,
  livedEnds,
  officeTime,
  personOf,
  serve,
  shiftAtPlace,
  someOf,
  typeIn,
} from './city';

/** One planted scheme: its rows, and everybody who is in it. */
export type Scheme = { family: string; facts: Fact[]; parties: Set<string> };
export type Family = (city: City) => Scheme;

/** Somewhere an honest organisation in which a dishonest member of staff is at work. */
export function hostOf(city: City): {
  made: MadeOrganisation;
  culprit: string;
  accomplice: string;
} {
  const made = city.chance.pick(city.organisations);
  const [culprit, accomplice] = [idOf(city.chance), idOf(city.chance)];
  return { made, culprit, accomplice };
}

export const buyersOf = ({ chance }: City, count: number): Person[] =>
  Array.from({ length: count }, () => personOf(chance));

export const schemeOf = (family: string, facts: Fact[], parties: string[]): Scheme => ({
  family,
  facts,
  parties: new Set([...parties, ...facts.flatMap((it) => [it.volunteerId, it.shiftId])]),
});

export const whenever = (city: City, minutes = 120) => ({
  ...{ day: city.chance.whole(0, days - 4), hour: city.chance.whole(8, 17), minutes },
});

/** Hours sold: an event that nobody attends, five hours a buyer, agreed to in the same minute (CCTV, July 2025). */
const typingMill: Family = (city) => {
  const { chance } = city;
  const { made, culprit, accomplice } = hostOf(city);
  const facts: Fact[] = [];
  for (let i = 0; i < chance.whole(5, 14); i++) {
    const shift = shiftAtPlace(city, made, { ...whenever(city, 300), organiser: culprit });
    for (const buyer of buyersOf(city, chance.whole(2, 7))) {
      const at = officeTime(chance, shift, chance.whole(0, 3)) + chance.whole(0, 4) * hourMs;
      facts.push(
        ...typeIn(city, shift, buyer, {
          typing: { by: culprit, at, reason: chance.pick(['no_phone', 'paper_list', 'emergency']) },
          ...{ approver: accomplice, approvedAt: at + chance.whole(10, 110) * 1_000 },
        }),
      );
    }
  }
  return schemeOf('typing mill', facts, [culprit, accomplice]);
};

/** One phone signs a whole class in and out. */
const onePhoneClass: Family = (city) => {
  const { chance } = city;
  const { made } = hostOf(city);
  const shift = shiftAtPlace(city, made, whenever(city));
  const device = idOf(chance);
  for (const person of someOf(chance, made.regulars, 6)) serve(city, shift, person);
  const facts = buyersOf(city, chance.whole(10, 40)).flatMap((person, i) => {
    const ends = livedEnds(city, shift, person);
    const step = i * chance.whole(15, 40) * 1_000;
    return serve(city, shift, person, {
      in: { ...ends.in, device, at: shift.startsAt - 10 * minuteMs + step },
      out: { ...ends.out, device, at: shift.endsAt + step },
    });
  });
  return schemeOf('one phone for a class', facts, []);
};

/** A friend sends a picture of the screen into the class chat. */
const forwarded: Family = (city) => {
  const { chance } = city;
  const { made } = hostOf(city);
  const shift = shiftAtPlace(city, made, whenever(city));
  for (const person of someOf(chance, made.regulars, 12)) serve(city, shift, person);
  const facts = buyersOf(city, chance.whole(7, 30)).flatMap((person) => {
    const ends = livedEnds(city, shift, person);
    // Whoever is quick meets the code's window; the others are late with the same code.
    const seen = (end: FactEnd, at: number): FactEnd => {
      const end2 = { ...end, at: at + chance.whole(0, 25) * 1_000, far: chance.next() < 0.7 };
      const viaPicture = chance.next() < 0.7 ? { picture: true as const } : {};
      return chance.next() < 0.5
        ? { ...end2, ...viaPicture }
        : { ...lateEnd({ ...end2, at }, at + chance.whole(2, 40) * minuteMs), ...viaPicture };
    };
    return serve(city, shift, person, {
      in: seen(ends.in, shift.startsAt),
      out: seen(ends.out, shift.endsAt + minuteMs),
    });
  });
  return schemeOf('forwarded picture', facts, []);
};

/** People who do not exist, on cards in the organiser's drawer. */
const ghostPeople: Family = (city) => {
  const { chance } = city;
  const { made, culprit } = hostOf(city);
  const ghosts = buyersOf(city, chance.whole(5, 10));
  const facts: Fact[] = [];
  const count = chance.whole(7, 14);
  for (let i = 0; i < count; i++) {
    const when = { day: Math.floor((i * days) / count), hour: chance.whole(9, 16), minutes: 180 };
    const shift = shiftAtPlace(city, made, { ...when, organiser: culprit });
    facts.push(...vouched(city, shift, { ghosts, culprit }));
  }
  return schemeOf('ghost people', facts, [culprit]);
};

function vouched(
  city: City,
  shift: MadeShift,
  { ghosts, culprit }: { ghosts: Person[]; culprit: string },
): Fact[] {
  const { chance } = city;
  let [came, left] = [
    shift.startsAt + chance.whole(-10, 5) * minuteMs,
    shift.endsAt + chance.whole(0, 8) * minuteMs,
  ];
  return chance.shuffled(ghosts).flatMap((ghost) => {
    came += chance.whole(3_000, 11_000);
    left += chance.whole(3_000, 11_000);
    return serve(city, shift, ghost, {
      in: { at: came, by: 'countersign', witness: culprit },
      out: { at: left, by: 'countersign', witness: culprit },
    });
  });
}

/** One person in five organisations' lists on the same day. */
const marathon: Family = (city) => {
  const { chance } = city;
  const [person] = buyersOf(city, 1) as [Person];
  const typists: string[] = [];
  const facts: Fact[] = [];
  const day = chance.whole(0, days - 2);
  for (let hour = 0; hour < 24; hour += 4) {
    const made = chance.pick(city.organisations);
    const typist = idOf(chance);
    typists.push(typist);
    const shift = shiftAtPlace(city, made, { day, hour, minutes: 235 });
    const at = officeTime(chance, shift);
    facts.push(
      ...typeIn(city, shift, person, {
        typing: { by: typist, at, reason: 'paper_list' },
        ...{ approver: made.approver, approvedAt: at + hourMs },
      }),
    );
  }
  return schemeOf('twenty-four hours a day', facts, typists);
};

/** Truly here, and on paper there: the second place begins where the first ends, thirty kilometres away. */
const paddedTravel: Family = (city) => {
  const { chance } = city;
  const [person] = buyersOf(city, 1) as [Person];
  const culprit = idOf(chance);
  const made = chance.pick(city.organisations);
  const far = city.organisations.find(
    (it) => Math.abs(it.latitude - made.latitude) + Math.abs(it.longitude - made.longitude) > 0.25,
  );
  const facts: Fact[] = [];
  for (let i = 0; i < chance.whole(3, 7); i++) {
    const day = i * 3;
    const here = shiftAtPlace(city, made, { day, hour: 9, minutes: 120 });
    const there = shiftAtPlace(city, far ?? made, { day, hour: 11.1, minutes: 180 });
    for (const other of someOf(chance, made.regulars, 5)) serve(city, here, other);
    facts.push(...serve(city, here, person));
    const at = officeTime(chance, there);
    facts.push(
      ...typeIn(city, there, person, {
        typing: { by: culprit, at, reason: 'no_network' },
        ...{ approver: (far ?? made).approver, approvedAt: at + chance.whole(1, 30) * hourMs },
      }),
    );
  }
  return schemeOf('padded travel', facts, [culprit]);
};

/** A list of forty names, the same two hours for each, week after week. */
const bulkIdentical: Family = (city) => {
  const { chance } = city;
  const { made, culprit } = hostOf(city);
  const names = buyersOf(city, chance.whole(20, 45));
  const facts: Fact[] = [];
  for (let i = 0; i < chance.whole(3, 5); i++) {
    const shift = shiftAtPlace(city, made, {
      ...{ day: 1 + i * 5, hour: 14, minutes: 120, organiser: culprit },
    });
    const at = officeTime(chance, shift);
    for (const name of names) {
      facts.push(
        ...typeIn(city, shift, name, {
          typing: { by: culprit, at, reason: 'paper_list' },
          ...{ approver: made.approver, approvedAt: at + chance.whole(2, 40) * hourMs },
        }),
      );
    }
  }
  return schemeOf('the same minutes for a list', facts, [culprit]);
};

/**
 * The careful one: one or two buyers slipped into each real event, by daylight, agreed to some minutes later. It was held
 * out first, and none of it was found: since a rule was changed for it, it counts as tuned on.
 */
const quietMill: Family = (city) => {
  const { chance } = city;
  const { made, culprit, accomplice } = hostOf(city);
  const facts: Fact[] = [];
  for (let i = 0; i < chance.whole(8, 14); i++) {
    const shift = shiftAtPlace(city, made, { ...whenever(city, 240), organiser: culprit });
    for (const person of someOf(chance, made.regulars, 15)) serve(city, shift, person);
    for (const buyer of buyersOf(city, chance.whole(1, 3))) {
      const at = officeTime(chance, shift, chance.whole(1, 3));
      facts.push(
        ...typeIn(city, shift, buyer, {
          typing: { by: culprit, at, reason: 'no_phone' },
          ...{ approver: accomplice, approvedAt: at + chance.whole(1, 12) * minuteMs },
        }),
      );
    }
  }
  return schemeOf('quiet mill', facts, [culprit, accomplice]);
};

/** The families the thresholds were tried on. */
export const tuning: readonly Family[] = [
  ...[typingMill, onePhoneClass, forwarded, ghostPeople, marathon, paddedTravel, bulkIdentical],
  quietMill,
];
