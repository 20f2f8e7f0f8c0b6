import fc from 'fast-check';
import type { RulePack } from '#shared/rule-packs';
import { differenceBounds, differenceWords, listedPeople } from '#shared/rule-packs.words';
import { dayMs, hourMs, minuteMs, startOfDay } from '#shared/time';
import type { HoursEntry } from '../../../functions/hours/hours.table';
import { writingHistory } from '../../../functions/hours/hours.table';
import type { Wallet } from '../../../functions/ledger/wallet.table';
import { emptyWallet } from '../../../functions/ledger/wallet.table';
import { idFor, shiftIdFor } from '../../../functions/platform/ids';
import type { CreditedShift } from '../../../functions/records/crediting';
import { correct, credit } from '../../../functions/records/crediting';
import type { Break, Evidence, ServiceRecord } from '../../../functions/records/record.rules';
import { qingdao, shippedPacks } from '../../../functions/rule-packs/shipped';
import type { Fact } from '../../../functions/rule-packs/simulate.rules';
import {
  createSimulation,
  emptyTally,
  recount,
} from '../../../functions/rule-packs/simulate.rules';

const day = startOfDay('20261101');
const volunteerId = '0123456789ab';
const evidence: Evidence = { scanId: 'A'.repeat(26), by: 'token', gate: 0, step: 1 };

type Served = { startsAt: number; endsAt: number; inAt: number; outAt: number; breaks: Break[] };
type Plan = Served & { corrected: number };

const shift = (name: string, startsAt: number): CreditedShift => ({
  ...{ shiftId: shiftIdFor(startsAt, name), organisationId: idFor('o'), path: [idFor('o')] },
  ...{ district: '370202', category: 'environment', pack: { id: 'qingdao', version: 1 } },
  radiusMeters: 300,
});

const opened = (on: CreditedShift, served: Served): ServiceRecord => ({
  ...{ version: 1, volunteerId, maskedName: '李*', shiftId: on.shiftId, activityId: idFor('a') },
  ...{ title: '净滩', placeName: '栈桥', state: 'checked_in', walkIn: false, placeShard: 0 },
  ...{ ...served, salt: 'salt', inEvidence: evidence, outEvidence: evidence },
  ...{ gx1pk: '', gx1sk: '' },
});

/** What the ledger holds when all this is credited by a pack, and some of it corrected at once. */
function ledgerBy(
  pack: RulePack,
  plans: readonly Plan[],
): { entries: HoursEntry[]; wallet: Wallet } {
  const entries: HoursEntry[] = [];
  let wallet = emptyWallet;
  for (const [index, plan] of plans.entries()) {
    const on = shift(String(index), plan.startsAt);
    const frame = { shift: on, pack, at: plan.endsAt };
    const done = writingHistory(() => credit(opened(on, plan), wallet, frame));
    wallet = done.wallet;
    entries.push(...entriesIn(done.writes));
    if (plan.corrected === 0) continue;
    const next = { ...done.record, outAt: plan.inAt + plan.corrected * minuteMs };
    const right = writingHistory(() => correct(done.record, wallet, { ...frame, next }));
    wallet = right.wallet;
    entries.push(...entriesIn(right.writes));
  }
  return { entries, wallet };
}

const entriesIn = (writes: { Put?: unknown }[]): HoursEntry[] =>
  writes.flatMap(({ Put }) => {
    const { Item } = Put as { Item: HoursEntry & { sk: string } };
    return Item.sk.startsWith('H#') ? [Item] : [];
  });

const factOf = (entry: HoursEntry): Fact => ({
  ...{ sequence: entry.sequence, creditedMinutes: entry.creditedMinutes, grade: entry.grade },
  ...(entry.reverses !== undefined && { reverses: entry.reverses }),
  ...(entry.counted ?? { from: 0, until: 0, breaksMs: 0 }),
  ...{ category: 'environment', district: '370202', perHour: 600, recounts: true },
});

const minutes = (min: number, max: number) => fc.integer({ min, max });
/** Services of a fortnight that may be long, late, broken, over midnight, and many in a week. */
const plans = fc.array(
  fc
    .record({
      start: minutes(0, 14 * 1_440),
      length: minutes(10, 900),
      late: minutes(-20, 120),
      left: minutes(-60, 200),
      pause: minutes(0, 90),
      corrected: fc.oneof(fc.constant(0), minutes(1, 400)),
    })
    .map(({ start, length, late, left, pause, corrected }): Plan => {
      const startsAt = day + start * minuteMs;
      const endsAt = startsAt + length * minuteMs;
      const from = startsAt + 5 * minuteMs + 17_000;
      return {
        ...{ startsAt, endsAt, inAt: startsAt + late * minuteMs + 31_000 },
        ...{ outAt: endsAt - left * minuteMs, corrected },
        breaks: pause === 0 ? [] : [{ from, until: from + pause * minuteMs }],
      };
    }),
  { maxLength: 25 },
);

const variants = [
  { rest: { afterMinutes: 360, minutes: 0 }, weeklyMaxMinutes: 2_400 },
  { rest: { afterMinutes: 240, minutes: 45 }, weeklyMaxMinutes: 700 },
];
const packs = shippedPacks.flatMap((pack) => variants.map((more) => ({ ...pack, ...more })));

test.each(packs.map((pack) => [`${pack.id}, ${pack.weeklyMaxMinutes} minutes a week`, pack]))(
  '%s → any services count as crediting would have counted them',
  (_name, pack) => {
    fc.assert(
      fc.property(plans, (all) => {
        const { entries } = ledgerBy(qingdao, all);
        const rows = recount(entries.map(factOf), pack);
        const byPack = ledgerBy(pack, all);
        expect(rows.map(({ after }) => after)).toEqual(
          byPack.entries.map(({ creditedMinutes }) => creditedMinutes),
        );
        expect(rows.reduce((sum, { after }) => sum + after, 0)).toBe(byPack.wallet.minutes);
      }),
      { numRuns: 60 },
    );
  },
);

const base: Fact = {
  ...{ sequence: 1, from: day + 9 * hourMs, until: day + 9 * hourMs + 25 * minuteMs },
  ...{ breaksMs: 0, creditedMinutes: 30, grade: 'C', category: 'education', district: '370202' },
  ...{ perHour: 600, recounts: true },
};
const lasting = (length: number, more: Partial<Fact> = {}): Fact => ({
  ...{ ...base, until: base.from + length * minuteMs, ...more },
});
const simulate = (pack: RulePack, people: { mark: string; facts: Fact[] }[]) => {
  const simulation = createSimulation(pack, emptyTally());
  for (const person of people) simulation.add(person);
  return simulation.tally;
};
const pack = (id: string): RulePack => shippedPacks.find((it) => it.id === id) ?? qingdao;

describe('story 9: the same minutes under three rules', () => {
  test.each([
    ['qingdao', 25, 30],
    ['chongqing', 25, 30],
    ['jiaozhou-2015', 25, 60],
    ['qingdao', 15, 30],
    ['chongqing', 15, 0],
    ['jiaozhou-2015', 15, 60],
  ])('%s, %i minutes → %i', (id, length, counted) => {
    const { after } = simulate(pack(id), [{ mark: 'aaaa', facts: [lasting(length)] }]);
    expect(after.minutes).toBe(counted);
  });
});

test('the rule in force over what it credited → nobody gains, nobody loses, no point more', () => {
  const people = Array.from({ length: 30 }, (_, index) => ({
    mark: String(index),
    facts: [lasting(25 + index, { creditedMinutes: 25 + index < 30 ? 30 : 60 })],
  }));
  const tally = simulate(qingdao, people);
  expect(tally).toMatchObject({ people: 30, services: 30, gained: 0, lost: 0 });
  expect(tally.after).toEqual(tally.before);
  expect(tally.differences[differenceWords.indexOf('不变')]).toBe(30);
});

test('who gains and who loses → sums by grade, category and district, and what it costs in points', () => {
  const double = {
    ...pack('jiaozhou-2015'),
    points: { perHour: 600, byCategory: { education: 1_200 } },
  };
  const tally = simulate(double, [
    { mark: 'more', facts: [lasting(25)] },
    {
      mark: 'less',
      facts: [lasting(61, { creditedMinutes: 120, category: 'culture', grade: 'A' })],
    },
  ]);
  expect(tally).toMatchObject({
    ...{ people: 2, services: 2, gained: 1, lost: 1 },
    before: { minutes: 150, points: 25 },
    after: { minutes: 150, points: 35 },
    topGained: [{ mark: 'more', services: 1, beforeMinutes: 30, afterMinutes: 60 }],
    topLost: [{ mark: 'less', services: 1, beforeMinutes: 120, afterMinutes: 90 }],
    byGrade: { C: { beforeMinutes: 30, afterMinutes: 60 } },
    byCategory: { culture: { services: 1, beforeMinutes: 120, afterMinutes: 90 } },
    byDistrict: { '370202': { services: 2, beforeMinutes: 150, afterMinutes: 150 } },
  });
});

test('what stands as it is → no part of the sums, but it fills its day', () => {
  const other = lasting(480, { creditedMinutes: 480, recounts: false });
  const tally = simulate(qingdao, [
    { mark: 'full', facts: [other, lasting(60, { sequence: 2, creditedMinutes: 0 })] },
    { mark: 'none', facts: [other] },
  ]);
  expect(tally).toMatchObject({ people: 1, services: 1, gained: 0 });
  expect(tally.after.minutes).toBe(0);
});

test('taken out again → nothing is left of it on either side', () => {
  const out = lasting(25, { sequence: 2, reverses: 1, creditedMinutes: -30 });
  const tally = simulate(pack('jiaozhou-2015'), [{ mark: 'gone', facts: [lasting(25), out] }]);
  expect(tally).toMatchObject({ people: 1, services: 0, gained: 0, lost: 0 });
  expect(tally.before).toEqual({ minutes: 0, points: 0 });
  expect(tally.after).toEqual({ minutes: 0, points: 0 });
});

test('many people → the twenty largest differences, the largest first', () => {
  const people = Array.from({ length: 100 }, (_, index) => ({
    mark: String((index * 37) % 100),
    facts: [lasting(120, { creditedMinutes: 120 - ((index * 37) % 100) })],
  }));
  const { topGained, gained } = simulate(qingdao, people);
  expect(gained).toBe(99);
  expect(topGained.map(({ mark }) => mark)).toEqual(
    Array.from({ length: listedPeople }, (_, index) => String(99 - index)),
  );
});

test('in two parts → what it would have been in one', () => {
  const people = Array.from({ length: 40 }, (_, index) => ({
    mark: String(index),
    facts: [lasting(10 + index * 7, { creditedMinutes: index * 6 })],
  }));
  const half = createSimulation(qingdao, emptyTally());
  for (const person of people.slice(0, 20)) half.add(person);
  const rest = createSimulation(qingdao, half.tally);
  for (const person of people.slice(20)) rest.add(person);
  expect(rest.tally).toEqual(simulate(qingdao, people));
});

test('there is a word for every range of differences', () => {
  expect(differenceWords).toHaveLength(differenceBounds.length + 1);
  expect([...differenceBounds].sort((a, b) => a - b)).toEqual(differenceBounds);
});

test.each([
  [-600, 0],
  [-599, 1],
  [-121, 2],
  [-1, 3],
  [0, 4],
  [1, 5],
  [120, 5],
  [121, 6],
  [600, 7],
  [601, 8],
])('a difference of %i → range %i', (difference, range) => {
  const days = Array.from({ length: 2 }, (_, index) =>
    lasting(480, { sequence: index + 1, from: base.from + index * dayMs }),
  ).map((fact) => ({ ...fact, until: fact.from + 480 * minuteMs, creditedMinutes: 480 }));
  const facts = days.map((fact, index) =>
    index === 0 ? { ...fact, creditedMinutes: 480 - difference } : fact,
  );
  const { differences } = simulate(qingdao, [{ mark: 'one', facts }]);
  expect(differences[range]).toBe(1);
});
