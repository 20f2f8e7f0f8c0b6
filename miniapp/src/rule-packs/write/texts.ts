import type { RulePack, RulePackDraft } from '#shared/rule-packs';
import type { Category } from '#shared/vocabulary';
import { categories } from '#shared/vocabulary';

/** A pack as the form holds it: one text a field; and the draft that the texts mean. */
export type Name =
  | (typeof numbers)[number]['name']
  | 'name'
  | 'source'
  | 'short'
  | 'rest'
  | 'perHour'
  | 'byCategory'
  | 'stars';
export type Texts = Record<Name, string>;
export type Wrong = Partial<Record<Name, string>>;

const number = <N extends string>(name: N, label: string, min: number, max: number) => ({
  ...{ name, label, min, max },
});
/** Every number with its unit and its limits. */
export const numbers = [
  number('minimumMinutes', '一次服务至少多少分钟才计', 0, 240),
  number('dailyMaxMinutes', '每人每天最多计多少分钟', 60, 1_440),
  number('weeklyMaxMinutes', '每人连续七天最多计多少分钟', 60, 10_080),
  number('restAfter', '连续服务超过多少分钟算休息过', 60, 1_440),
  number('restMinutes', '这时至少扣除多少分钟（0 为不扣）', 0, 120),
  number('graceMinutes', '结束后多少分钟内仍可签退', 0, 360),
  number('noticeDays', '结算后公示多少天', 1, 60),
  number('appealDays', '多少天内可以申诉', 1, 60),
  number('typedPercent', '补录不超过上月扫码时长的百分之几', 0, 50),
  number('typedFloor', '补录每月至少可用多少分钟', 0, 60_000),
  number('recheckPercent', '抽查在场的场次占百分之几', 0, 100),
  number('recheckWithin', '抽查须在多少分钟内扫码', 3, 60),
] as const;

type Steps = Extract<RulePack['rounding'], { kind: 'steps' }>['short'];
const stepsText = (steps: Steps): string =>
  steps.map(({ fromMinutes, countsMinutes }) => `${fromMinutes} ${countsMinutes}`).join('\n');
const pointsOf = (perHour: number): string => String(Math.round((perHour / 60) * 100) / 100);

export function textsOf(pack: RulePack): Texts {
  const { rounding, rest, typedCap, recheck, points } = pack;
  const byCategory = Object.entries(points.byCategory) as [Category, number][];
  return {
    ...{ name: pack.name, source: pack.source },
    short: rounding.kind === 'steps' ? stepsText(rounding.short) : '',
    rest: rounding.kind === 'steps' ? stepsText(rounding.rest) : '',
    minimumMinutes: String(pack.minimumMinutes),
    dailyMaxMinutes: String(pack.dailyMaxMinutes),
    weeklyMaxMinutes: String(pack.weeklyMaxMinutes),
    ...{ restAfter: String(rest.afterMinutes), restMinutes: String(rest.minutes) },
    graceMinutes: String(pack.graceMinutes),
    ...{ noticeDays: String(pack.noticeDays), appealDays: String(pack.appealDays) },
    ...{ typedPercent: String(typedCap.percent), typedFloor: String(typedCap.floorMinutes) },
    ...{ recheckPercent: String(recheck.percent), recheckWithin: String(recheck.withinMinutes) },
    perHour: pointsOf(points.perHour),
    byCategory: byCategory.map(([one, rate]) => `${categories[one]} ${pointsOf(rate)}`).join('\n'),
    stars: pack.stars
      .map(({ name, hours, reviewed }) => `${name} ${hours}${reviewed ? ' 评审' : ''}`)
      .join('\n'),
  };
}

const linesOf = (text: string): string[][] =>
  text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([first]) => first !== '');
const whole = (text: string | undefined, min: number, max: number): number | undefined => {
  if (text === undefined || !/^\d{1,6}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
};
/** Points an hour with at most two places, as whole sixtieths. */
const rateIn = (text: string | undefined): number | undefined => {
  if (text === undefined || !/^\d{1,3}(\.\d{1,2})?$/.test(text)) return undefined;
  const rate = Math.round(Number(text) * 60);
  return rate <= 6_000 ? rate : undefined;
};

function stepsIn(text: string): Steps | undefined {
  const steps: Steps = [];
  for (const [from, counts, more] of linesOf(text)) {
    const fromMinutes = whole(from, 1, 60);
    const countsMinutes = whole(counts, 0, 60);
    const before = steps[steps.length - 1];
    const climbs =
      fromMinutes !== undefined &&
      countsMinutes !== undefined &&
      (!before || (before.fromMinutes < fromMinutes && before.countsMinutes <= countsMinutes));
    if (!climbs || more !== undefined) return undefined;
    steps.push({ fromMinutes, countsMinutes });
  }
  return steps.length <= 12 ? steps : undefined;
}

function starsIn(text: string): RulePack['stars'] | undefined {
  const stars: RulePack['stars'] = [];
  for (const [name = '', count, review] of linesOf(text)) {
    const hours = whole(count, 1, 100_000);
    const before = stars[stars.length - 1];
    const climbs = hours !== undefined && (!before || before.hours < hours);
    const known = stars.some((it) => it.name === name);
    if (!climbs || known || name.length > 12 || (review !== undefined && review !== '评审')) {
      return undefined;
    }
    stars.push({ name, hours, reviewed: review !== undefined });
  }
  return stars.length <= 12 ? stars : undefined;
}

function ratesIn(text: string): Partial<Record<Category, number>> | undefined {
  const rates: Partial<Record<Category, number>> = {};
  const names = Object.entries(categories) as [Category, string][];
  for (const [word, points] of linesOf(text)) {
    const [category] = names.find(([, name]) => name === word) ?? [];
    const rate = rateIn(points);
    if (category === undefined || rate === undefined) return undefined;
    rates[category] = rate;
  }
  return rates;
}

type Kept = Pick<RulePackDraft, 'region' | 'validFrom'> & { exact: boolean };

/** The draft that the texts mean, or what is wrong with which of them. */
export function draftOf(texts: Texts, { region, validFrom, exact }: Kept) {
  const wrong: Wrong = {};
  const need = <T>(name: Name, value: T | undefined, why: string): T => {
    if (value === undefined || value === '') wrong[name] = why;
    return value as T;
  };
  const at = Object.fromEntries(
    numbers.map(({ name, min, max }) => [
      name,
      need(name, whole(texts[name].trim(), min, max), `请填 ${min} 到 ${max} 的整数`),
    ]),
  ) as Record<(typeof numbers)[number]['name'], number>;
  if (wrong.weeklyMaxMinutes === undefined && at.weeklyMaxMinutes < at.dailyMaxMinutes) {
    wrong.weeklyMaxMinutes = '不能少于一天的上限';
  }
  const stepsWrong = '每行写“满多少分钟 计多少分钟”，从少到多，都不超过 60';
  const draft: RulePackDraft = {
    ...{ region, validFrom },
    name: need('name', texts.name.trim(), '请填名称'),
    source: need('source', texts.source.trim(), '请写明依据'),
    rounding: exact
      ? { kind: 'exact' }
      : {
          kind: 'steps',
          short: need('short', stepsIn(texts.short), stepsWrong),
          rest: need('rest', stepsIn(texts.rest), stepsWrong),
        },
    minimumMinutes: at.minimumMinutes,
    ...{ dailyMaxMinutes: at.dailyMaxMinutes, weeklyMaxMinutes: at.weeklyMaxMinutes },
    rest: { afterMinutes: at.restAfter, minutes: at.restMinutes },
    ...{ graceMinutes: at.graceMinutes, noticeDays: at.noticeDays, appealDays: at.appealDays },
    typedCap: { percent: at.typedPercent, floorMinutes: at.typedFloor },
    recheck: { percent: at.recheckPercent, withinMinutes: at.recheckWithin },
    points: {
      perHour: need('perHour', rateIn(texts.perHour.trim()), '请填 0 到 100 的数，最多两位小数'),
      byCategory: need('byCategory', ratesIn(texts.byCategory), '每行写“类别 每小时几分”'),
    },
    stars: need('stars', starsIn(texts.stars), '每行写“名称 小时数”，从少到多，要评审的加“评审”'),
  };
  return { draft, wrong };
}
