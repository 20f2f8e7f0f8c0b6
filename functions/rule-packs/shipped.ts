import type { RulePack } from '#shared/rule-packs';

/**
 * The packs that come with the product. What a city published is taken as it was reported (`source`); what nobody
 * published is the product's default, and the source says so. Packs are never removed: ledger rows name them.
 */

/** Stars by hours as in the ministry's record rule of 2012 and its local versions; the fifth is given by review. */
const stars = [
  { name: '一星', hours: 100, reviewed: false },
  { name: '二星', hours: 300, reviewed: false },
  { name: '三星', hours: 600, reviewed: false },
  { name: '四星', hours: 1_000, reviewed: false },
  { name: '五星', hours: 1_500, reviewed: true },
];

/** Every whole minute, eight hours a day, seven days of notice (民发〔2015〕149), ten points an hour as in Qufu. */
const common = {
  rounding: { kind: 'exact' as const },
  minimumMinutes: 0,
  dailyMaxMinutes: 480,
  weeklyMaxMinutes: 2_400,
  rest: { afterMinutes: 360, minutes: 0 },
  graceMinutes: 120,
  noticeDays: 7,
  appealDays: 7,
  typedCap: { percent: 5, floorMinutes: 600 },
  recheck: { percent: 5, withinMinutes: 10 },
  points: { perHour: 600, byCategory: {} },
  stars,
};

export const standard: RulePack = {
  id: 'standard',
  version: 1,
  name: '志愿云默认规则',
  source:
    '产品默认：按整分钟计；星级依《志愿服务记录办法》（2012）各地实施的通行标准；公示 7 日依民发〔2015〕149 号。',
  region: '',
  validFrom: '20120101',
  ...common,
};

export const qingdao: RulePack = {
  id: 'qingdao',
  version: 1,
  name: '青岛市志愿服务工时规则',
  source:
    '青岛早报 2016-05-13：不足 1 小时的，满 30 分钟计 1 小时，不满 30 分钟计 0.5 小时。1 小时以上的余数未见规定，按同样办法计；其余为产品默认。',
  region: '3702',
  validFrom: '20160513',
  ...common,
  rounding: {
    kind: 'steps',
    short: [
      { fromMinutes: 1, countsMinutes: 30 },
      { fromMinutes: 30, countsMinutes: 60 },
    ],
    rest: [
      { fromMinutes: 1, countsMinutes: 30 },
      { fromMinutes: 30, countsMinutes: 60 },
    ],
  },
};

/**
 * The district's own rule of the year before the city's. Nobody has said that the city's took it back, so the narrower
 * region holds; where it does not, an administrator adopts the city's for 370281.
 */
export const jiaozhou: RulePack = {
  id: 'jiaozhou-2015',
  version: 1,
  name: '胶州市志愿服务工时规则（2015）',
  source:
    '胶州市 2015 年志愿服务记录规定（报道）：自集合起计，不足 1 小时计 1 小时。1 小时以上的余数未见规定，按整分钟以半小时进位；其余为产品默认。',
  region: '370281',
  validFrom: '20150101',
  ...common,
  rounding: {
    kind: 'steps',
    short: [{ fromMinutes: 1, countsMinutes: 60 }],
    rest: [
      { fromMinutes: 1, countsMinutes: 30 },
      { fromMinutes: 31, countsMinutes: 60 },
    ],
  },
};

const chongqingSteps = [
  { fromMinutes: 16, countsMinutes: 30 },
  { fromMinutes: 46, countsMinutes: 60 },
];

export const chongqing: RulePack = {
  id: 'chongqing',
  version: 1,
  name: '重庆“志愿山城”工时规则',
  source:
    '大足青年（志愿山城）：15 分钟以内不计，45 分钟以内计 0.5 小时，60 分钟以内计 1 小时。其余为产品默认。',
  region: '50',
  validFrom: '20120101',
  ...common,
  rounding: { kind: 'steps', short: chongqingSteps, rest: chongqingSteps },
};

export const zhangjiagang: RulePack = {
  id: 'zhangjiagang',
  version: 1,
  name: '张家港市志愿者星级规则',
  source:
    '张家港志愿者网：星级 30、60、100、200、300 小时；铜银金奖 600、1000、1500 小时，终身荣誉 3000 小时。工时取整未见规定，为产品默认。',
  region: '320582',
  validFrom: '20120101',
  ...common,
  stars: [
    { name: '一星', hours: 30, reviewed: false },
    { name: '二星', hours: 60, reviewed: false },
    { name: '三星', hours: 100, reviewed: false },
    { name: '四星', hours: 200, reviewed: false },
    { name: '五星', hours: 300, reviewed: false },
    { name: '铜奖', hours: 600, reviewed: true },
    { name: '银奖', hours: 1_000, reviewed: true },
    { name: '金奖', hours: 1_500, reviewed: true },
    { name: '终身荣誉', hours: 3_000, reviewed: true },
  ],
};

export const shippedPacks: readonly RulePack[] = [
  standard,
  qingdao,
  jiaozhou,
  chongqing,
  zhangjiagang,
];

/** One of them by its name; undefined when it is none of them. */
export const shippedPack = (id: string, version: number): RulePack | undefined =>
  shippedPacks.find((one) => one.id === id && one.version === version);
