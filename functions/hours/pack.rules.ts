import type { District } from '#shared/vocabulary';

/**
 * A rule pack: how a place counts hours and what they earn. Data, versioned; every ledger row names the pack and the
 * version that made it. Minutes are whole.
 */
export type RulePack = {
  id: string;
  version: number;
  name: string;
  source: string;
  /** Where it holds: districts whose code begins so; and from which start of a shift on (ms). */
  region: string;
  validFrom: number;
  /** Rest beyond full hours: from `atLeastMinutes` on it counts as `countsMinutes`. Ascending. */
  rest: { atLeastMinutes: number; countsMinutes: number }[];
  /** Points for 60 credited minutes. */
  pointsPerHour: number;
};
export type PackName = { id: string; version: number };

/** Qingdao's record rule of 2016 as reported (青岛早报 2016-05-13); 10 points an hour as in Qufu. */
const qingdao: RulePack = {
  id: 'qingdao',
  version: 1,
  name: '青岛市志愿服务工时规则',
  source: '青岛早报 2016-05-13：不足 1 小时的，满 30 分钟计 1 小时，不满 30 分钟计 0.5 小时',
  region: '3702',
  validFrom: 0,
  rest: [
    { atLeastMinutes: 1, countsMinutes: 30 },
    { atLeastMinutes: 30, countsMinutes: 60 },
  ],
  pointsPerHour: 10,
};

const packs: readonly RulePack[] = [qingdao];

/** The pack that holds in a district at a shift's start (ms): it is fixed on the shift at publication. */
export function packFor(district: District, startsAt: number): PackName {
  const pack = packs.findLast(
    ({ region, validFrom }) => district.startsWith(region) && validFrom <= startsAt,
  );
  if (!pack) throw new Error(`no rule pack for ${district}`);
  return { id: pack.id, version: pack.version };
}

/** A pack that a shift names. Packs are never removed, so an unknown name is a fault. */
export function packOf({ id, version }: PackName): RulePack {
  const pack = packs.find((one) => one.id === id && one.version === version);
  if (!pack) throw new Error(`unknown rule pack ${id} ${version}`);
  return pack;
}
