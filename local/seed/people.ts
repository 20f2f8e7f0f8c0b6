import type { District, Role } from '#shared/vocabulary';
import { idFor } from '../../functions/platform/ids';
import { districtCorpsId, organiserOf, rootId } from './organisations';
import { at, chanceOf } from './random';

/**
 * The people one can be in the demo, and a crowd that fills rosters and cannot sign in. All are made up.
 */
export type Membership = { organisationId: string; roles: Role[] };
export type SeedPerson = {
  key: string;
  volunteerId: string;
  name: string;
  district: District;
  /** Absent: has not registered yet. */
  birthMonth?: string;
  phone: string;
  memberships: Membership[];
  /** What one can try as this person; absent for the crowd. */
  note?: string;
};

const home: District = '370202';
export const beachTeam = organiserOf(home, 'environment');
const crowdSize = 160;

export const volunteerIdOf = (key: string): string => idFor('seed volunteer', key);
/** Whom the local cloud's WeChat says the person is. */
export const openidOf = (key: string): string => `demo-${key}`;

type Cast = {
  key: string;
  name: string;
  age?: number;
  note: string;
  memberships?: Membership[];
};
const role = (organisationId: string, ...roles: Role[]): Membership[] => [
  { organisationId, roles },
];

const cast: Cast[] = [
  {
    key: 'volunteer',
    name: '李雷',
    age: 28,
    note: '老志愿者：有约 20 小时工时和积分。可以报名 20 分钟后的净滩活动、扫码签到签退、兑换礼品；在“我的码”里出示自己的码，请陈静当面扫；有一条未读消息，能看分队公告栏；“修改资料”里可以填技能、做实名核验（本机的微信认得他的名字，身份证号填任一个有效的，如 370202199811150028）。',
    memberships: role(beachTeam, 'member'),
  },
  {
    key: 'newcomer',
    name: '新来的市民',
    note: '还没有登记：先扫码或报名，再填写登记资料，看一个新人的第一次。',
  },
  {
    key: 'teen',
    name: '林小海',
    age: 14,
    note: '14 岁的初中生：看未成年人眼里的活动和自己的工时；申请加入净滩分队，等管理员同意；爸爸林建平是他的监护人。',
  },
  {
    key: 'elder',
    name: '王桂芳',
    age: 72,
    note: '72 岁的志愿者：适合打开大字模式，看带练活动刚入账的积分；净滩夜间小分队邀请了她，可以同意或不加入；文艺队请她去公园引导，“我的服务”里可以确认或不参加。',
    memberships: role(organiserOf(home, 'culture'), 'member'),
  },
  {
    key: 'organiser',
    name: '陈静',
    age: 35,
    note: '净滩分队的组织者：20 分钟后开始的活动现在就能出示签到码、扫李雷的“我的码”、看名单（有两人存疑：用同一部手机扫码）、看全部签到口，开始后可以现场延长，也可以发起新活动；“组织的活动”里有草稿、被退回的和审核中的各一项，已发布的可以取消或改期；在分队公告栏写公告（写“加微信领”会被拒，写“待复核”要人看）；昨天净滩的活动页里“确认与结算”有没签退的和事后上传的人等她逐个确认。',
    memberships: role(beachTeam, 'member', 'organiser'),
  },
  {
    key: 'approver',
    name: '刘建国',
    age: 51,
    note: '市南区总队的审核人：“待审核的活动”里有一项等他通过或退回；净滩分队有一条公告等他审核；净滩分队的“待审核的补录”里有陈静给王桂芳补录的 2 小时等他确认；医疗队组织页的“待核实的异议与申诉”里有一条公示异议等他核实。',
    memberships: role(districtCorpsId(home), 'member', 'approver'),
  },
  {
    key: 'keeper',
    name: '孙丽华',
    age: 44,
    note: '市南区的站点管理员。',
    memberships: role(districtCorpsId(home), 'member', 'keeper'),
  },
  {
    key: 'counter',
    name: '赵晓敏',
    age: 30,
    note: '市南区的兑换柜台：扫志愿者的领取码，把礼品交给对方。',
    memberships: role(districtCorpsId(home), 'member', 'counter'),
  },
  {
    key: 'auditor',
    name: '周正',
    age: 47,
    note: '全市的审计员：“账号找回与合并”里有一份王桂芳的合并申请等他确认；“审计台”里有三条可疑线索，可以看证据、写判断，也可以填一个种子抽查 1% 的工时。',
    memberships: role(rootId, 'member', 'auditor'),
  },
  {
    key: 'admin',
    name: '吴海平',
    age: 39,
    note: '全市的管理员：任何组织的活动都能发布、出示签到码、看名单；在净滩分队的“成员—邀请码”里导入名单，看昨天那份的结果；“我的—工时规则”里有一份待采用的新规则，已试算完，可以看谁多谁少再采用，也可以自己写一版；在组织页的“导入已有时长”里有一个来源等他确认；有一个组织等他核验，林小海申请加入净滩分队。',
    memberships: role(rootId, 'member', 'admin'),
  },
  {
    key: 'second',
    name: '韩梅梅',
    age: 27,
    note: '正在五四广场服务，可以签退；首页“休息、复核”里有一次现场复核等她再扫一次，也能登记休息；还有一份待领取的礼品，可以拿去柜台；明天的老建筑测绘她在候补第 2 位。她已实名，填了紧急联系人：在“设置”里看授权管理、导出数据、试试注销；“我的工时—转入其他系统的时长”里有两条等她领取；公示期满的时长可以在“服务证明”里开成证明，再用“验证服务证明”扫它的码。',
    memberships: role(organiserOf(home, 'medical'), 'member'),
  },
  {
    key: 'sponsor-counter',
    name: '郑凯',
    age: 33,
    note: '赞助企业派到崂山区的兑换柜台：只能交付崂山区的礼品。',
    memberships: role(districtCorpsId('370212'), 'member', 'counter'),
  },
  {
    key: 'guardian',
    name: '林建平',
    age: 42,
    note: '两个孩子的爸爸：“我的家人”里有 14 岁的林小海和没有手机的父亲林福山，可以替他们报名、打印志愿者卡、看谁查过孩子的信息；输入林小雨出示的代码，同意她参加。',
  },
  {
    key: 'child',
    name: '林小雨',
    age: 12,
    note: '12 岁：报名前需要监护人同意。在“我的家人”出示代码，再换成林建平输入。',
  },
];

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗于姜宋曲纪'];
const givenNames = [
  ...[
    '海涛',
    '晓燕',
    '志强',
    '丽娜',
    '建华',
    '雨桐',
    '子轩',
    '欣怡',
    '浩然',
    '美玲',
    '国栋',
    '思远',
  ],
  ...[
    '文静',
    '明',
    '芳',
    '磊',
    '婷',
    '洋',
    '雪',
    '鹏',
    '敏',
    '波',
    '琳',
    '超',
    '颖',
    '凯',
    '爽',
    '东',
  ],
];

/** The fourteen of the cast first, then the crowd. Ages are as of `now`. */
export function peopleOf(now: number): SeedPerson[] {
  const year = new Date(now).getUTCFullYear();
  const played = cast.map(({ key, name, age, note, memberships = [] }, i) => ({
    key,
    volunteerId: volunteerIdOf(key),
    name,
    district: home,
    ...(age !== undefined && { birthMonth: `${year - age}01` }),
    phone: phoneOf(i),
    memberships,
    note,
  }));
  return [...played, ...crowdOf(year)];
}

function crowdOf(year: number): SeedPerson[] {
  const chance = chanceOf('crowd');
  const names = chance.shuffled(surnames.flatMap((one) => givenNames.map((two) => one + two)));
  return Array.from({ length: crowdSize }, (_, i) => {
    const key = `crowd-${String(i + 1).padStart(3, '0')}`;
    const month = String(chance.whole(1, 12)).padStart(2, '0');
    return {
      key,
      volunteerId: volunteerIdOf(key),
      name: at(names, i),
      district: home,
      birthMonth: `${year - chance.whole(18, 70)}${month}`,
      phone: phoneOf(100 + i),
      memberships: [],
    };
  });
}

/** A number of the right form that nobody verified, so it opens nothing. */
const phoneOf = (number: number): string => `1990000${String(number).padStart(4, '0')}`;
