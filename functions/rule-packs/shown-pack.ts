import type { PackRow, RulePack } from '#shared/rule-packs';
import { roundedMinutes } from '../hours/hours.rules';
import type { PackScope } from './pack.rules';
import { standingOf } from './pack.rules';

/** Lengths of service that tell packs apart: a quarter, less and more than half an hour, three quarters, over an hour. */
const exampleMinutes = [15, 25, 40, 50, 70, 100];

/** A pack as anybody may read it. */
export function shownPack(pack: RulePack, adopted: readonly PackScope[], now: number): PackRow {
  const { id, version, name, region, validFrom } = pack;
  const examples = exampleMinutes.map((servedMinutes) => ({
    servedMinutes,
    countedMinutes: roundedMinutes(servedMinutes, pack),
  }));
  const { standing, validUntil } = standingOf(pack, adopted, now);
  return {
    ...{ packId: id, version, name, region, validFrom, standing, examples },
    ...(validUntil !== undefined && { validUntil }),
  };
}
