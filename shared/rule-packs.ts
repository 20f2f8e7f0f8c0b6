import * as z from 'zod';
import { category } from './activities';
import type { EntryGrade } from './hours.words';
import { entryGrades } from './hours.words';
import type { PackStanding, SimulationState } from './rule-packs.words';
import { packStandings, simulationStates } from './rule-packs.words';
import * as value from './values';

/** Rule packs: how a place counts hours and what they earn. Data with a schema, versioned, dated, per region. */

const step = z.strictObject({
  /** From so many minutes on … */
  fromMinutes: z.int().min(1).max(60),
  /** … they count as so many. */
  countsMinutes: z.int().min(0).max(60),
});

const ascending = (steps: { fromMinutes: number; countsMinutes: number }[]): boolean =>
  steps.every((it, index) => {
    const before = steps[index - 1];
    return (
      !before || (before.fromMinutes < it.fromMinutes && before.countsMinutes <= it.countsMinutes)
    );
  });
const steps = z.array(step).max(12).refine(ascending, { message: 'steps ascend' });

/**
 * `exact`: every whole minute counts. `steps`: a service of less than an hour by `short`, full hours as they are, and
 * what lies beyond the last full hour by `rest`. Minutes below the first step count nothing.
 */
export const rounding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exact') }),
  z.strictObject({ kind: z.literal('steps'), short: steps, rest: steps }),
]);
export type Rounding = z.infer<typeof rounding>;

const star = z.strictObject({
  name: value.line(12),
  hours: z.int().min(1).max(100_000),
  /** Given by a review and not by the count alone. */
  reviewed: z.boolean(),
});

const starsAscend = (stars: z.infer<typeof star>[]): boolean =>
  stars.every(({ hours, name }, index) => {
    const before = stars[index - 1];
    return !before || (before.hours < hours && before.name !== name);
  });

/** A sixtieth of a point for an hour is the smallest rate: 600 is ten points an hour, 30 half a point. */
const rate = z.int().min(0).max(6_000);

const packShape = {
  name: value.line(40),
  /** The law, standard or report that it comes from, and what of it is our choice. */
  source: value.paragraph(400),
  /** Districts whose code begins so; empty: everywhere. The longest region that fits a district holds there. */
  region: z.string().regex(/^\d{0,6}$/),
  /** It holds for shifts that start on this day or later. */
  validFrom: value.day,
  rounding,
  /** A service of less than this counts nothing. */
  minimumMinutes: z.int().min(0).max(240),
  /** Credited minutes of one person in a day, and in the seven days that end with it. */
  dailyMaxMinutes: z.int().min(60).max(1_440),
  weeklyMaxMinutes: z.int().min(60).max(10_080),
  /** Whoever serves longer than `afterMinutes` at a stretch has rested `minutes`, whether or not it was noted; 0: no such rule. */
  rest: z.strictObject({
    afterMinutes: z.int().min(60).max(1_440),
    minutes: z.int().min(0).max(120),
  }),
  /** A check-out counts until so long after the end. */
  graceMinutes: z.int().min(0).max(360),
  /** How many days a settled shift is shown to the public before its hours are final. */
  noticeDays: z.int().min(1).max(60),
  /** How many days somebody may appeal. */
  appealDays: z.int().min(1).max(60),
  /** What an organisation may type in a month: a share of last month's scanned minutes, and at least the floor. */
  typedCap: z.strictObject({
    percent: z.int().min(0).max(50),
    floorMinutes: z.int().min(0).max(60_000),
  }),
  /** What share of running shifts asks everybody present to scan once more, and within how many minutes. */
  recheck: z.strictObject({
    percent: z.int().min(0).max(100),
    withinMinutes: z.int().min(3).max(60),
  }),
  /** Sixtieths of a point for a credited hour; a category may have its own rate. */
  points: z.strictObject({
    perHour: rate,
    byCategory: z.partialRecord(category, rate),
  }),
  stars: z.array(star).max(12),
};

/** A pack as an administrator writes it: under a name that stays, with the next version. */
const rulePackDraft = z
  .strictObject(packShape)
  .refine(({ dailyMaxMinutes, weeklyMaxMinutes }) => dailyMaxMinutes <= weeklyMaxMinutes, {
    message: 'a week holds at least a day',
  })
  .refine(({ stars }) => starsAscend(stars), { message: 'stars ascend' });
export type RulePackDraft = z.infer<typeof rulePackDraft>;

/** Lower-case words: `qingdao`, `jiaozhou-2015`. */
const packId = z.string().regex(/^[a-z][a-z0-9-]{1,23}$/);
const packVersionsMax = 999;
export const rulePack = z.strictObject({
  id: packId,
  version: z.int().min(1).max(packVersionsMax),
  ...packShape,
});
export type RulePack = z.infer<typeof rulePack>;

const standing = z.enum(Object.keys(packStandings) as PackStanding[]);
/** What so many minutes of service count: a rule in examples. */
const example = z.object({ servedMinutes: value.minutes, countedMinutes: value.minutes });

const packRow = z.object({
  packId,
  version: z.int(),
  name: z.string(),
  region: z.string(),
  validFrom: value.day,
  /** The last day before a later pack takes its place. */
  validUntil: value.day.optional(),
  standing,
  examples: z.array(example),
});
export type PackRow = z.infer<typeof packRow>;

const sums = { services: value.minutes, beforeMinutes: z.int(), afterMinutes: z.int() };
const person = z.object({ mark: z.string(), ...sums });
const amount = z.object({ minutes: z.int(), points: z.int() });

/** What the services of the past year would have counted by a pack, beside what they did count. */
const simulation = z.object({
  state: z.enum(Object.keys(simulationStates) as SimulationState[]),
  /** The days whose entries are counted again, and how many of them are done. */
  from: value.day,
  until: value.day,
  days: z.int(),
  daysDone: z.int(),
  startedAt: value.instant,
  people: z.int(),
  services: z.int(),
  before: amount,
  after: amount,
  gained: z.int(),
  lost: z.int(),
  /** How many people lie in each of `differenceWords`. */
  differences: z.array(z.int()),
  topGained: z.array(person),
  topLost: z.array(person),
  byGrade: z.array(z.object({ grade: z.enum(Object.keys(entryGrades) as EntryGrade[]), ...sums })),
  byCategory: z.array(z.object({ category, ...sums })),
  byDistrict: z.array(z.object({ district: value.district, ...sums })),
});
export type SimulationShown = z.infer<typeof simulation>;

const versionAsked = z.coerce.number().int().min(1).max(packVersionsMax);
const one = { packId, version: versionAsked };

export const rulePackRoutes = {
  'GET /rule-packs': {
    request: value.nothing,
    response: z.object({ packs: z.array(packRow), mayWrite: z.boolean() }),
  },
  'GET /rule-packs/{packId}/{version}': {
    request: z.strictObject(one),
    response: z.object({
      ...packRow.shape,
      pack: rulePack,
      /** Of a candidate: whether the caller wrote it, and whether it may be adopted now. */
      mine: z.boolean(),
      simulated: z.boolean(),
      may: z.object({ write: z.boolean(), adopt: z.boolean() }),
    }),
  },
  'POST /rule-packs': {
    request: z.strictObject({ requestId: value.requestId, packId, draft: rulePackDraft }),
    response: z.object({ packId, version: z.int() }),
  },
  'POST /rule-packs/{packId}/{version}/simulation': {
    request: z.strictObject({ ...one, requestId: value.requestId }),
    response: simulation,
  },
  'GET /rule-packs/{packId}/{version}/simulation': {
    request: z.strictObject(one),
    response: simulation,
  },
  'POST /rule-packs/{packId}/{version}/adoption': {
    request: z.strictObject({ ...one, reason: value.line(200) }),
    response: z.object({ packId, version: z.int(), validFrom: value.day }),
  },
  'GET /me/star': {
    request: value.nothing,
    response: z.object({
      /** Final minutes: those that count for a star, and those that are still shown to the public. */
      minutes: value.minutes,
      waitingMinutes: value.minutes,
      packId,
      version: z.int(),
      packName: z.string(),
      /** The highest star that the count alone gives, and one that is proposed for a review. */
      star: z.string().optional(),
      proposed: z.string().optional(),
      next: z
        .object({
          name: z.string(),
          hours: z.int(),
          missingMinutes: z.int(),
          reviewed: z.boolean(),
        })
        .optional(),
      stars: z.array(star),
    }),
  },
} as const;
