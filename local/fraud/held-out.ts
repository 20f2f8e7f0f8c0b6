import { dayMs, hourMs, minuteMs, startOfDay } from '#shared/time';
import type { Fact } from '../../functions/suspicions/fact.rules';
import {
  days,
  firstMs,
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
import type { Family } from './families';
import { buyersOf, hostOf, schemeOf, whenever } from './families';

/** A few rows into real events, every few nights between one and four; agreed to in the morning. */
const nightClerk: Family = (city) => {
  const { chance } = city;
  const { made, culprit } = hostOf(city);
  const facts: Fact[] = [];
  for (let day = 2; day < days - 2; day += chance.whole(3, 5)) {
    const shift = shiftAtPlace(city, made, { day, hour: 14, minutes: 180 });
    for (const person of someOf(chance, made.regulars, 8)) serve(city, shift, person);
    const at = firstMs + (day + 1) * dayMs + chance.whole(60, 240) * minuteMs;
    for (const buyer of buyersOf(city, chance.whole(3, 6))) {
      facts.push(
        ...typeIn(city, shift, buyer, {
          typing: { by: culprit, at: at + chance.whole(0, 10) * minuteMs, reason: 'no_phone' },
          ...{ approver: made.approver, approvedAt: at + chance.whole(6, 14) * hourMs },
        }),
      );
    }
  }
  return schemeOf('night clerk', facts, [culprit]);
};

/** Two who agree to whatever the other types, for the same friends, by daylight and without haste. */
const ring: Family = (city) => {
  const { chance } = city;
  const { made, culprit, accomplice } = hostOf(city);
  const friends = buyersOf(city, chance.whole(10, 25));
  const facts: Fact[] = [];
  const sides = [
    [culprit, accomplice],
    [accomplice, culprit],
  ] as const;
  for (let i = 0; i < chance.whole(8, 14); i++) {
    const [by, approver] = sides[i % 2] ?? sides[0];
    const shift = shiftAtPlace(city, made, { ...whenever(city, 180), organiser: by });
    for (const friend of someOf(chance, friends, chance.whole(3, 8))) {
      const at = officeTime(chance, shift, chance.whole(1, 3));
      facts.push(
        ...typeIn(city, shift, friend, {
          typing: { by, at, reason: chance.pick(['no_network', 'no_phone']) },
          ...{ approver, approvedAt: at + chance.whole(5, 90) * minuteMs },
          from: shift.startsAt + chance.whole(0, 4) * 5 * minuteMs,
        }),
      );
    }
  }
  return schemeOf('approval ring', facts, [culprit, accomplice]);
};

/** Codes of a real event are kept and uploaded at night for those who stayed at home; the organiser confirms. */
const lateFarm: Family = (city) => {
  const { chance } = city;
  const { made, culprit } = hostOf(city);
  const absent = buyersOf(city, chance.whole(10, 25));
  const facts: Fact[] = [];
  for (let i = 0; i < chance.whole(2, 5); i++) {
    const shift = shiftAtPlace(city, made, { ...whenever(city, 150), organiser: culprit });
    for (const person of someOf(chance, made.regulars, chance.whole(8, 20))) {
      serve(city, shift, person);
    }
    const arrived = startOfDay(shift.day) + 22 * hourMs + chance.whole(0, 90) * minuteMs;
    for (const person of absent) {
      const ends = livedEnds(city, shift, person);
      const [came, left] = [shift.startsAt - 2 * minuteMs, shift.endsAt + minuteMs].map(
        (at) => at + chance.whole(0, 90) * 1_000,
      );
      const uploaded = arrived + chance.whole(0, 25) * minuteMs;
      facts.push(
        ...serve(city, shift, person, {
          in: lateEnd({ ...ends.in, at: came ?? 0 }, uploaded),
          out: lateEnd({ ...ends.out, at: left ?? 0 }, uploaded),
          decision: { by: culprit, at: officeTime(chance, shift) },
        }),
      );
    }
  }
  return schemeOf('late-upload farm', facts, [culprit]);
};

/** A drawer of old phones, an account on each, before the organiser's own screen. */
const phoneFarm: Family = (city) => {
  const { chance } = city;
  const { made, culprit } = hostOf(city);
  const accounts = buyersOf(city, chance.whole(5, 10));
  const facts: Fact[] = [];
  const count = chance.whole(6, 12);
  for (let i = 0; i < count; i++) {
    const when = { day: Math.floor((i * days) / count), hour: chance.whole(9, 19), minutes: 150 };
    const shift = shiftAtPlace(city, made, { ...when, organiser: culprit });
    let [came, left] = [
      shift.startsAt - chance.whole(0, 9) * minuteMs,
      shift.endsAt + chance.whole(0, 9) * minuteMs,
    ];
    for (const account of chance.shuffled(accounts)) {
      came += chance.whole(5_000, 12_000);
      left += chance.whole(5_000, 12_000);
      const ends = livedEnds(city, shift, account);
      facts.push(
        ...serve(city, shift, account, {
          in: { ...ends.in, at: came },
          out: { ...ends.out, at: left },
        }),
      );
    }
  }
  return schemeOf('phone farm', facts, [culprit]);
};

/** Accounts opened in an afternoon, fed with typed hours of every length. */
const accountFarm: Family = (city) => {
  const { chance } = city;
  const { made, culprit } = hostOf(city);
  const opened = firstMs + chance.whole(0, 6) * dayMs + 14 * hourMs;
  const accounts = Array.from({ length: chance.whole(12, 40) }, (_, i) =>
    personOf(chance, opened + i * chance.whole(20, 50) * 1_000),
  );
  const facts: Fact[] = [];
  for (let i = 0; i < chance.whole(3, 7); i++) {
    const day = chance.whole(7, days - 4);
    const shift = shiftAtPlace(city, made, { ...whenever(city, 240), day, organiser: culprit });
    for (const account of someOf(chance, accounts, Math.ceil(accounts.length * 0.6))) {
      const at = officeTime(chance, shift, chance.whole(1, 3));
      facts.push(
        ...typeIn(city, shift, account, {
          typing: { by: culprit, at, reason: 'paper_list' },
          ...{ approver: made.approver, approvedAt: at + chance.whole(1, 48) * hourMs },
          from: shift.startsAt + chance.whole(0, 6) * 5 * minuteMs,
          until: shift.endsAt - chance.whole(0, 12) * 5 * minuteMs,
        }),
      );
    }
  }
  return schemeOf('account farm', facts, [culprit]);
};

/** Somebody reads the digits into a group chat; who tells where they are is at home. */
const digitChat: Family = (city) => {
  const { chance } = city;
  const { made } = hostOf(city);
  const shift = shiftAtPlace(city, made, whenever(city));
  for (const person of someOf(chance, made.regulars, chance.whole(3, 10))) {
    serve(city, shift, person);
  }
  const facts = buyersOf(city, chance.whole(14, 35)).flatMap((person) => {
    const ends = livedEnds(city, shift, person);
    const far = chance.next() < 0.6 ? { far: true } : {};
    const typed = (at: number, end: typeof ends.in) => {
      const { far: _, ...rest } = end;
      return { ...rest, ...far, by: 'digits' as const, at: at + chance.whole(0, 40) * 1_000 };
    };
    return serve(city, shift, person, {
      in: typed(shift.startsAt + minuteMs, ends.in),
      out: typed(shift.endsAt + minuteMs, ends.out),
    });
  });
  return schemeOf('digits in a chat', facts, []);
};

/** Invented companions of old people, each alone with the same organiser day after day. */
const inventedCompanions: Family = (city) => {
  const { chance } = city;
  const { made, culprit } = hostOf(city);
  const facts = buyersOf(city, chance.whole(3, 6)).flatMap((person, i) => {
    const own: Fact[] = [];
    for (let day = i; day < days; day += chance.whole(1, 3)) {
      const when = { day, hour: 9 + i * 2, minutes: 110 };
      const shift = shiftAtPlace(city, made, { ...when, organiser: culprit });
      const ends = livedEnds(city, shift, person);
      own.push(
        ...serve(city, shift, person, {
          in: { at: ends.in.at, by: 'countersign', witness: culprit },
          out: { at: ends.out.at, by: 'countersign', witness: culprit },
        }),
      );
    }
    return own;
  });
  return schemeOf('invented companions', facts, [culprit]);
};

/** People sign in, go home at once, and the organiser fills in when they "left", time after time. */
const paddedLeaving: Family = (city) => {
  const { chance } = city;
  const { made, culprit } = hostOf(city);
  const friends = buyersOf(city, chance.whole(8, 20));
  const facts: Fact[] = [];
  for (let i = 0; i < chance.whole(3, 7); i++) {
    const shift = shiftAtPlace(city, made, { ...whenever(city, 240), organiser: culprit });
    for (const person of someOf(chance, made.regulars, chance.whole(0, 5))) {
      serve(city, shift, person);
    }
    for (const friend of someOf(chance, friends, Math.ceil(friends.length * 0.8))) {
      const ends = livedEnds(city, shift, friend);
      facts.push(
        ...serve(city, shift, friend, {
          ...{ in: ends.in, out: { at: shift.endsAt, by: 'confirmed' }, grade: 'D' },
          decision: { by: culprit, at: officeTime(chance, shift) },
        }),
      );
    }
  }
  return schemeOf('padded leaving', facts, [culprit]);
};

/** A phone for every four people of a class: what a day for families looks like, too. */
const phonesOfFour: Family = (city) => {
  const { chance } = city;
  const { made } = hostOf(city);
  const shift = shiftAtPlace(city, made, whenever(city));
  for (const person of someOf(chance, made.regulars, 8)) serve(city, shift, person);
  const phones = Array.from({ length: 10 }, () => idOf(chance));
  const facts = buyersOf(city, chance.whole(16, 40)).flatMap((person, i) =>
    serve(city, shift, { ...person, device: phones[Math.floor(i / 4)] ?? '' }),
  );
  return schemeOf('a phone for every four', facts, []);
};

/** Hours padded by a friend now and then: five rows in a month. */
const favours: Family = (city) => {
  const { chance } = city;
  const { made, culprit } = hostOf(city);
  const [friend] = buyersOf(city, 1);
  const facts = Array.from({ length: 5 }, (_, i) => {
    const shift = shiftAtPlace(city, made, { ...whenever(city, 240), day: i * 5 });
    for (const person of someOf(chance, made.regulars, 10)) serve(city, shift, person);
    const at = officeTime(chance, shift);
    return friend
      ? typeIn(city, shift, friend, {
          typing: { by: culprit, at, reason: 'no_phone' },
          ...{ approver: made.approver, approvedAt: at + chance.whole(1, 30) * hourMs },
        })
      : [];
  }).flat();
  return schemeOf('favours for a friend', facts, [culprit]);
};

/** Whole families that no threshold was tried on. They were written after the rules; the rules stayed as they were. */
export const heldOut: readonly Family[] = [
  ...[nightClerk, ring, lateFarm, phoneFarm, accountFarm, digitChat, inventedCompanions],
  paddedLeaving,
];

/** What the rules do not claim to see: it looks like honest life, row for row. Measured and shown, without a gate. */
export const hiding: readonly Family[] = [phonesOfFour, favours];
