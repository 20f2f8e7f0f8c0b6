import { shiftAt } from '../activities/activity.table';
import { walletAt } from '../ledger/wallet.table';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import type { Code } from '../platform/token';
import { readToken } from '../platform/token';
import { calendarAt } from '../records/calendar.table';
import { recordAt } from '../records/record.table';
import { profileAt } from '../volunteers/volunteer.table';
import type { Known } from './check';

export type PresenceCode = Code & { kind: 'checkin' | 'checkout' };

/** A code that is shown on the spot. Refuses what is forged, and what is for something else. */
export function codeIn(token: string): PresenceCode {
  const code = readToken(token) ?? refuse('code_forged');
  const { kind } = code;
  return kind === 'checkin' || kind === 'checkout' ? { ...code, kind } : refuse('code_wrong_kind');
}

type Wanted = {
  volunteerId: string;
  shiftId: string;
  kind: PresenceCode['kind'] | undefined;
  /** A scan that arrives late credits nothing, and may have to take a place at either end. */
  isBehind?: boolean;
};

/** One strong batch read of all that this kind of scan is judged on; typed digits say their kind only afterwards. */
export async function load(wanted: Wanted): Promise<Known> {
  const { volunteerId, shiftId, kind, isBehind = false } = wanted;
  const [shift, record, calendar, profile, wallet] = await read(
    shiftAt(shiftId),
    recordAt(volunteerId, shiftId),
    calendarAt(volunteerId),
    profileAt(volunteerId),
    kind === 'checkin' || isBehind ? undefined : walletAt(volunteerId),
  );
  return { volunteerId, shift: shift ?? refuse('not_found'), record, calendar, profile, wallet };
}
