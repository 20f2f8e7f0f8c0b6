import { dayMs, hourMs } from '#shared/time';
import { erasureIndex } from '../indexes';
import { tell } from '../notices/notice.table';
import { idFor } from '../platform/ids';
import { faultOf, log } from '../platform/log';
import { commit, query, read, replace, untilWon } from '../platform/table';
import type { Erasure } from '../volunteers/erasure.rules';
import { nextLook } from '../volunteers/erasure.rules';
import { erasureAt, erasureShards, listedByDue } from '../volunteers/volunteer.table';
import { obstacleTo } from './account.rules';
import { closeAccount } from './close';
import { erasePerson } from './erase-person';
import { erasePlaces } from './erase-place';
import { accountStanding } from './standing-of';

/** A run sees to so many; the next one goes on. */
const perRun = 200;

/**
 * The clock's job: what is due to be erased, the longest due first. One that fails is put off for an hour, so that it
 * holds up nobody else.
 */
export async function runErasures({ now }: { now: number }): Promise<void> {
  let left = perRun;
  for (let shard = 0; shard < erasureShards; shard++) {
    for (const named of await dueIn(shard, { now, limit: Math.min(50, left) })) {
      left -= 1;
      await carryOut(named, now);
    }
  }
}

async function dueIn(shard: number, { now, limit }: { now: number; limit: number }) {
  if (limit === 0) return [];
  const { items } = await query<Erasure>({ index: 'gx2', pk: erasureIndex(shard), limit });
  return items.filter(({ dueAt = now + 1 }) => dueAt <= now);
}

async function carryOut({ volunteerId, kind }: Erasure, now: number): Promise<void> {
  const startedAt = Date.now();
  try {
    const [erasure] = await read(erasureAt(volunteerId, kind));
    if (erasure?.dueAt === undefined || erasure.dueAt > now) return;
    await (kind === 'place' ? takePlaces(erasure, now) : takeAccount(erasure, now));
  } catch (error) {
    const tookMs = Date.now() - startedAt;
    log({ route: 'erasure', status: 500, requestId: '', tookMs, fault: faultOf(error) });
    await settle(volunteerId, kind, { dueAt: now + hourMs });
  }
}

async function takePlaces({ volunteerId, since }: Erasure, now: number): Promise<void> {
  await erasePlaces(volunteerId, { since, now });
  const dueAt = nextLook({ since }, now);
  await settle(volunteerId, 'place', dueAt === undefined ? { doneAt: now } : { dueAt });
}

/** Two steps: the ways in, and, when nobody can be signed in any more, the person. */
async function takeAccount({ volunteerId, closedAt }: Erasure, now: number): Promise<void> {
  if (closedAt !== undefined) {
    await erasePerson(volunteerId, now);
    return settle(volunteerId, 'account', { doneAt: now });
  }
  const obstacle = obstacleTo(await accountStanding(volunteerId), now);
  if (!obstacle) return closeAccount(volunteerId, now);
  await settle(volunteerId, 'account', { dueAt: now + dayMs, toldAt: now });
}

type Settled = { dueAt: number; toldAt?: number } | { doneAt: number };

/** A new time, or none any more. */
async function settle(volunteerId: string, kind: Erasure['kind'], settled: Settled): Promise<void> {
  const at = erasureAt(volunteerId, kind);
  await untilWon(async () => {
    const [known] = await read(at);
    if (!known) return;
    const { dueAt: _, gx2pk: __, gx2sk: ___, ...bare } = known;
    if ('doneAt' in settled) {
      await commit([replace(at, { ...bare, doneAt: settled.doneAt })]);
      return;
    }
    const { dueAt, toldAt } = settled;
    const next = { ...bare, ...listedByDue({ volunteerId, dueAt }) };
    await commit([
      replace(at, next),
      ...(toldAt === undefined ? [] : [putOff(volunteerId, toldAt)]),
    ]);
  });
}

const putOff = (volunteerId: string, at: number) =>
  tell(volunteerId, {
    noticeId: idFor('notice', 'deletion put off', volunteerId, String(at)),
    kind: 'account',
    text: '您的账号还有进行中的服务、待领取的礼品或关联的家人，注销推迟一天。办完后会自动执行。',
    link: { page: '/volunteers/data/index' },
    at,
  });
