import type { Category, District } from '#shared/vocabulary';
import { categories, districtCodes, districts } from '#shared/vocabulary';
import { idFor } from '../../functions/platform/ids';
import { at } from './random';
import type { SeedOrganisation } from './trees';
import { treesOf, under } from './trees';

/**
 * The city's organisations: the federation, 68 总队 of districts, departments and industries, 60 分队, and the trees
 * below and beside them. Such corps exist in Qingdao; these are made up after them and every name says 演示.
 */

const fields = [
  ...[
    '市直机关',
    '教育系统',
    '科技系统',
    '工业和信息化',
    '民政',
    '司法行政',
    '财政',
    '人社',
    '自然资源',
  ],
  ...[
    '生态环境',
    '住房建设',
    '城市管理',
    '交通运输',
    '水务',
    '农业农村',
    '商务',
    '文化旅游',
    '卫生健康',
  ],
  ...[
    '退役军人',
    '应急管理',
    '审计',
    '市场监管',
    '体育',
    '统计',
    '医疗保障',
    '行政审批',
    '海洋发展',
  ],
  ...['园林林业', '消防救援', '气象', '防震减灾', '税务', '邮政', '口岸', '公安', '检察', '法院'],
  ...['职工', '青年', '巾帼', '科普', '侨界', '助残', '红十字', '文艺', '社科', '民营企业'],
  ...['银龄', '新闻媒体', '高校', '金融', '电力', '通信', '铁路', '公交', '地铁', '港口', '航空'],
];

/** 17 in the district where the demo plays, four in each other one, and seven of departments and industries. */
const home: District = '370202';
const perDistrict = 4;
const fieldTeams = [
  ['电力', '爱心用电'],
  ['红十字', '应急救护'],
  ['高校', '大学生支教'],
  ['公交', '文明乘车'],
  ['青年', '赛会'],
  ['海洋发展', '净滩'],
  ['文艺', '轻骑兵'],
] as const;

const idOf = (...names: string[]): string => idFor('seed organisation', ...names);
export const rootId = idOf('city');
export const districtCorpsId = (district: District): string => idOf('district', district);

/** The root first, every parent before its children. */
export function organisationsOf(): SeedOrganisation[] {
  const root = under(undefined, {
    ...{ organisationId: rootId, name: '青岛市志愿服务联合会（演示）' },
    ...{ kind: 'federation', categories: [] },
  });
  const corps = districtCodes.map((district) =>
    under(root, {
      organisationId: districtCorpsId(district),
      name: `${districts[district]}志愿服务总队（演示）`,
      ...{ kind: 'corps', district, categories: [] },
    }),
  );
  const fieldCorps = fields.map((field) =>
    under(root, {
      organisationId: idOf('field', field),
      name: `青岛市${field}志愿服务总队（演示）`,
      ...{ kind: 'corps', categories: [] },
    }),
  );
  const teams = districtCodes.flatMap((district, i) => districtTeams(district, at(corps, i)));
  const others = fieldTeams.map(([field, work]) =>
    under(at(fieldCorps, fields.indexOf(field)), {
      organisationId: idOf('field', field, work),
      name: `青岛市${field}${work}志愿服务分队（演示）`,
      ...{ kind: 'team', categories: [] },
    }),
  );
  const byId = (id: string) =>
    at(
      all,
      all.findIndex((one) => one.organisationId === id),
    );
  const all = [root, ...corps, ...fieldCorps, ...teams, ...others];
  const beach = byId(organiserOf(home, 'environment'));
  return [...all, ...treesOf({ root, home: byId(districtCorpsId(home)), beach })];
}

/** The team that serves a category in a district, or the district's corps where there is none. */
export function organiserOf(district: District, category: Category): string {
  return teamCategories(district).includes(category)
    ? idOf('district', district, category)
    : districtCorpsId(district);
}

function districtTeams(district: District, corps: SeedOrganisation): SeedOrganisation[] {
  return teamCategories(district).map((category) =>
    under(corps, {
      organisationId: idOf('district', district, category),
      name: `${districts[district]}${categories[category]}志愿服务分队（演示）`,
      ...{ kind: 'team', district, categories: [category] },
    }),
  );
}

/** Districts take turns through the categories, so that each one is served in several places. */
function teamCategories(district: District): Category[] {
  const all = Object.keys(categories) as Category[];
  if (district === home) return all;
  const turn = districtCodes.indexOf(district) * perDistrict;
  return Array.from({ length: perDistrict }, (_, i) => at(all, (turn + i) % all.length));
}
