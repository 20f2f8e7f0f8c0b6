import type { RulePack } from '#shared/rule-packs';
import type { PackStanding } from '#shared/rule-packs.words';
import { dayMs, dayOf, startOfDay } from '#shared/time';

/** What a shift keeps of its pack, and every ledger row names. */
export type PackName = Pick<RulePack, 'id' | 'version'>;
/** Where and from when on a pack holds. */
export type PackScope = PackName & Pick<RulePack, 'region' | 'validFrom'>;

/**
 * The pack that holds in a district for a shift that starts then (ms): of those that have begun, the one of the
 * longest region that fits, and of these the one that began last. It is fixed on the shift at publication.
 */
export function packFor<P extends PackScope>(
  packs: readonly P[],
  district: string,
  startsAt: number,
): P {
  const day = dayOf(startsAt);
  const [found] = packs
    .filter(({ region, validFrom }) => district.startsWith(region) && validFrom <= day)
    .sort(
      (a, b) =>
        b.region.length - a.region.length ||
        b.validFrom.localeCompare(a.validFrom) ||
        b.version - a.version,
    );
  if (!found) throw new Error(`no rule pack for ${district}`);
  return found;
}

/**
 * Whether a pack would hold in a district if it had begun: no narrower one is there. For whoever tries a pack on the
 * past, in which it did not hold.
 */
export const wouldHold = (
  { region }: Pick<PackScope, 'region'>,
  others: readonly PackScope[],
  district: string,
): boolean =>
  district.startsWith(region) &&
  !others.some((it) => it.region.length > region.length && district.startsWith(it.region));

export const isSamePack = (one: PackName, other: PackName): boolean =>
  one.id === other.id && one.version === other.version;

type Standing = { standing: PackStanding; validUntil?: string };

/** Where a pack stands among those that were adopted, and the last day before another one takes its region. */
export function standingOf(pack: PackScope, adopted: readonly PackScope[], now: number): Standing {
  if (!adopted.some((it) => isSamePack(it, pack))) return { standing: 'candidate' };
  const today = dayOf(now);
  if (pack.validFrom > today) return { standing: 'coming' };
  const later = adopted
    .filter((it) => it.region === pack.region && isAfter(it, pack))
    .map(({ validFrom }) => validFrom)
    .sort();
  const [next] = later;
  if (next === undefined) return { standing: 'in_force' };
  const validUntil = dayOf(startOfDay(next) - dayMs);
  return { standing: next <= today ? 'superseded' : 'in_force', validUntil };
}

const isAfter = (one: PackScope, other: PackScope): boolean =>
  one.validFrom > other.validFrom ||
  (one.validFrom === other.validFrom && one.version > other.version);

/** A pack begins on a day that has not begun: what is published today has its pack already. */
export const beginsInTime = ({ validFrom }: Pick<PackScope, 'validFrom'>, now: number): boolean =>
  validFrom > dayOf(now);

/** The number of the version that is written next. */
export const nextVersion = (id: string, known: readonly PackName[]): number =>
  Math.max(0, ...known.filter((it) => it.id === id).map(({ version }) => version)) + 1;
