import type { RulePack } from '#shared/rule-packs';
import { minuteMs } from '#shared/time';
import type { Shift } from '../activities/shift.rules';
import { lastMomentOf } from '../activities/shift.rules';

/** Two numbers from 0 to below 1 that belong to a shift; only the cloud can know them beforehand. */
export type Lot = { chance: number; moment: number };
type Drawn = Pick<Shift, 'startsAt' | 'endsAt' | 'extendedTo' | 'cancelledAt'>;

/** Nobody is asked so soon after the start, when people still come. */
const settleMs = 10 * minuteMs;
/** The clock comes every five minutes, and a run takes its time. */
const lagMs = 10 * minuteMs;

/**
 * When those present at a shift are asked to scan once more; undefined when this shift's lot was not drawn. The moment
 * lies so that everybody can still answer before the end.
 */
export function recheckMoment(
  { startsAt, endsAt }: Drawn,
  { percent, withinMinutes }: RulePack['recheck'],
  { chance, moment }: Lot,
): number | undefined {
  const from = startsAt + settleMs;
  const until = endsAt - lagMs - withinMinutes * minuteMs;
  if (chance * 100 >= percent || until <= from) return undefined;
  return Math.floor(from + moment * (until - from));
}

/** Whether the moment has come, and there is still time to answer. */
export function isDue(
  shift: Drawn,
  recheck: RulePack['recheck'],
  scene: { lot: Lot; now: number },
) {
  const { lot, now } = scene;
  const moment = recheckMoment(shift, recheck, lot);
  if (moment === undefined || shift.cancelledAt !== undefined || now < moment) return false;
  return now + recheck.withinMinutes * minuteMs <= lastMomentOf(shift);
}
