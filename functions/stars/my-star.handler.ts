import { rulePackRoutes } from '#shared/rule-packs';
import { recordPrefix } from '../keys';
import { walletAt } from '../ledger/wallet.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { glance, query } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { packFor } from '../rule-packs/pack.rules';
import { packsInForce } from '../rule-packs/pack.table';
import { starOf } from '../rule-packs/star.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { notFinal } from './final.rules';

const route = 'GET /me/star';
/** What lies further back than so many services has been shown to the public long ago. */
const latest = 100;

/** One's star by the pack of the district one lives in, and what is missing to the next. */
export const myStar = handle(route, rulePackRoutes[route], async (_, { caller, now }) => {
  const { volunteerId } = caller;
  const [wallet, profile] = await glance(walletAt(volunteerId), profileAt(volunteerId));
  if (!profile) return refuse('not_registered');
  const { pk } = recordAt(volunteerId, '0'.repeat(12));
  const ask = { pk, prefix: recordPrefix, limit: latest, newestFirst: true };
  const { items } = await query<ServiceRecord>(ask);
  const pack = packFor(await packsInForce(), profile.district, now);
  const waitingMinutes = items.reduce((sum, record) => sum + notFinal(record, now), 0);
  const minutes = Math.max(0, (wallet?.minutes ?? 0) - waitingMinutes);
  return {
    ...{ minutes, waitingMinutes, stars: pack.stars },
    ...{ packId: pack.id, version: pack.version, packName: pack.name },
    ...starOf(minutes, pack.stars),
  };
});
