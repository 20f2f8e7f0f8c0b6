import { monthOf, startOfDay } from '#shared/time';
import type { District } from '#shared/vocabulary';
import { districtCodes } from '#shared/vocabulary';
import { organisationAt } from '../organisations/organisation.table';
import { refuse } from '../platform/refuse';
import { commit, create, or, read } from '../platform/table';
import { packFor } from '../rule-packs/pack.rules';
import { packsInForce } from '../rule-packs/pack.table';
import { minutesOf } from '../totals/totals.table';
import type { Cap } from './cap.rules';
import { capMinutesFor, freshCap } from './cap.rules';
import { capAt } from './cap.table';

export type Caps = { own: Cap; top: Cap };
type Whose = { organisationId: string; topId: string };

/**
 * The caps of a month for an organisation and the topmost one above it. Whoever comes first in the month fixes them;
 * what was fixed stays, whatever is corrected in the month before.
 */
export async function openCaps({ organisationId, topId }: Whose, now: number): Promise<Caps> {
  const own = await openCap(organisationId, now);
  return { own, top: topId === organisationId ? own : await openCap(topId, now) };
}

async function openCap(organisationId: string, now: number): Promise<Cap> {
  const month = monthOf(now);
  const at = capAt(organisationId, month);
  const [known, organisation] = await read(at, organisationAt(organisationId));
  if (known) return known;
  if (!organisation) return refuse('not_found');
  const cap = freshCap(organisationId, month, await capOf(organisation, month));
  const outcome = await commit([or(create(at, cap), 'fixed_meanwhile')]);
  return outcome === 'done' ? cap : ((await read(at))[0] ?? refuse('busy'));
}

/** An organisation that works in the whole city counts by the city's pack: its code is the districts' beginning. */
const city = districtCodes[0]?.slice(0, 4) ?? '';

async function capOf(
  { organisationId, district }: { organisationId: string; district?: District },
  month: string,
): Promise<number> {
  const begins = startOfDay(`${month}01`);
  const last = await minutesOf(`organisation:${organisationId}`, monthOf(begins - 1));
  return capMinutesFor(last, packFor(await packsInForce(), district ?? city, begins));
}
