import type { Category, District, OrganisationKind } from '#shared/vocabulary';
import { idFor } from '../../functions/platform/ids';

export type SeedOrganisation = {
  organisationId: string;
  name: string;
  parentId?: string;
  /** From the root down to itself. */
  path: string[];
  kind: OrganisationKind;
  /** Absent: it works in the whole city. */
  district?: District;
  categories: Category[];
};

/**
 * What stands below and beside the corps and teams: a brigade with its teams and squads, a company that owns a whole
 * tree, and the places of 文明实践. All are made up.
 */
type Branch = { name: string; kind: OrganisationKind; below?: Branch[] };

const idOf = (...names: string[]): string => idFor('seed organisation', ...names);
/** The squad that has invited somebody, below the beach team. */
export const nightSquadId = idOf('branch', '净滩夜间小分队');

const squads: Branch[] = [
  { name: '净滩晨间小分队', kind: 'squad' },
  { name: '净滩夜间小分队', kind: 'squad' },
];
const brigade: Branch = {
  ...{ name: '市南区海洋保护志愿服务支队', kind: 'brigade' },
  below: [
    {
      ...{ name: '市南区海藻清理志愿服务分队', kind: 'team' },
      below: [{ name: '石老人小分队', kind: 'squad' }],
    },
    { name: '市南区海鸥守护志愿服务分队', kind: 'team' },
  ],
};
const company: Branch = {
  ...{ name: '海岸制造集团', kind: 'company' },
  below: [
    {
      ...{ name: '海岸制造志愿服务支队', kind: 'brigade' },
      below: [
        {
          ...{ name: '海岸制造装配车间志愿服务分队', kind: 'team' },
          below: [{ name: '向阳花青少年小分队', kind: 'squad' }],
        },
      ],
    },
    {
      ...{ name: '海岸制造彩虹驿站中心', kind: 'centre' },
      below: [
        {
          ...{ name: '海岸制造彩虹驿站一所', kind: 'hall' },
          below: [{ name: '海岸制造彩虹驿站装配站', kind: 'village' }],
        },
      ],
    },
  ],
};
const places: Branch = {
  ...{ name: '市南区新时代文明实践中心', kind: 'centre' },
  below: [
    {
      ...{ name: '湛山街道文明实践所', kind: 'hall' },
      below: [
        {
          ...{ name: '湛山社区文明实践站', kind: 'village' },
          below: [{ name: '湛山社区邻里帮志愿服务分队', kind: 'team' }],
        },
      ],
    },
  ],
};

type Trunk = { root: SeedOrganisation; home: SeedOrganisation; beach: SeedOrganisation };

/** Every parent before its children. */
export const treesOf = ({ root, home, beach }: Trunk): SeedOrganisation[] => [
  ...squads.flatMap((squad) => grow(squad, beach)),
  ...grow(brigade, home),
  ...grow(company, root),
  ...grow(places, home),
];

function grow({ name, kind, below = [] }: Branch, parent: SeedOrganisation): SeedOrganisation[] {
  const { district, categories } = parent;
  const organisation = under(parent, {
    ...{ organisationId: idOf('branch', name), name: `${name}（演示）`, kind },
    ...(district && { district }),
    categories: kind === 'squad' ? categories : [],
  });
  return [organisation, ...below.flatMap((branch) => grow(branch, organisation))];
}

export function under(
  parent: SeedOrganisation | undefined,
  about: Omit<SeedOrganisation, 'parentId' | 'path'>,
): SeedOrganisation {
  return {
    ...about,
    ...(parent && { parentId: parent.organisationId }),
    path: [...(parent?.path ?? []), about.organisationId],
  };
}
