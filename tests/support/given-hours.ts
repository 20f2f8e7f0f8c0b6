import { minuteMs } from '#shared/time';
import type { District } from '#shared/vocabulary';
import type { Wallet } from '../../functions/ledger/wallet.table';
import { emptyWallet, walletAt } from '../../functions/ledger/wallet.table';
import { now } from '../../functions/platform/clock';
import { idFor, shiftIdFor } from '../../functions/platform/ids';
import { commit, read } from '../../functions/platform/table';
import type { CreditedShift } from '../../functions/records/crediting';
import { correct, credit } from '../../functions/records/crediting';
import type { Evidence, ServiceRecord, Typing } from '../../functions/records/record.rules';
import { recordAt } from '../../functions/records/record.table';
import { packFor } from '../../functions/rule-packs/pack.rules';
import { shippedPacks } from '../../functions/rule-packs/shipped';
import { putAll } from './put-all';

/** Hours that are credited here and now by the product's own code, without the scans that would have led to them. */
export type Wish = {
  path?: string[];
  district?: District;
  minutes?: number;
  /** How both ends were witnessed. */
  by?: Evidence['by'];
  typed?: true;
  name: string;
};

export const path = ['00000000000c', '00000000000b', '00000000000a'];

function shiftOf({ name, path: under = path, district = '370202' }: Wish): CreditedShift {
  const pack = packFor(shippedPacks, district, now());
  return {
    shiftId: shiftIdFor(now(), name),
    ...{ organisationId: under.at(-1) ?? '', path: under, district, category: 'environment' },
    ...{ pack: { id: pack.id, version: pack.version }, radiusMeters: 300 },
  };
}

const frameOf = (shift: CreditedShift) => ({
  shift,
  pack: packFor(shippedPacks, shift.district, now()),
  at: now(),
});

const typingOf = (shiftId: string, at: number): Typing => ({
  ...{
    typedId: idFor('typed', shiftId),
    by: idFor('typist'),
    at,
    reason: 'paper_list',
    note: '名单',
  },
});

async function walletOf(volunteerId: string): Promise<Wallet> {
  const [known] = await read(walletAt(volunteerId));
  if (known) return known;
  await putAll([{ ...walletAt(volunteerId), ...emptyWallet }]);
  return emptyWallet;
}

/** A service that ended just now, credited to somebody. */
export async function credited(volunteerId: string, wish: Wish) {
  const { minutes = 120, by = 'token', typed } = wish;
  const shift = shiftOf(wish);
  const { shiftId } = shift;
  const endsAt = now();
  const end: Evidence = { scanId: 'A'.repeat(26), by, gate: 0, step: 1 };
  const inAt = endsAt - minutes * minuteMs;
  const record: ServiceRecord = {
    ...{ version: 1, volunteerId, maskedName: '李*', shiftId, activityId: idFor('a', shiftId) },
    ...{ title: '海边清洁', placeName: '五四广场', state: 'checked_in', walkIn: false },
    ...{ startsAt: inAt, endsAt, placeShard: 0, salt: idFor('salt', shiftId) },
    ...{ inAt, inEvidence: end, outAt: endsAt, outEvidence: end },
    ...(typed && { typing: typingOf(shiftId, endsAt) }),
    ...{ gx1pk: 'none', gx1sk: volunteerId },
  };
  await putAll([{ ...recordAt(volunteerId, shiftId), ...record }]);
  const done = credit(record, await walletOf(volunteerId), frameOf(shift));
  await commit(done.writes);
  return { shift, shiftId, entry: done.record.hoursSequence ?? 0 };
}

/** Other minutes for a service that was credited, or none. */
export async function corrected(
  volunteerId: string,
  { shift, minutes }: { shift: CreditedShift; minutes: number | undefined },
): Promise<void> {
  const [record] = await read(recordAt(volunteerId, shift.shiftId));
  if (!record?.inAt) throw new Error('no record to correct');
  const next =
    minutes === undefined ? undefined : { ...record, outAt: record.inAt + minutes * minuteMs };
  const done = correct(record, await walletOf(volunteerId), { next, ...frameOf(shift) });
  await commit(done.writes);
}
