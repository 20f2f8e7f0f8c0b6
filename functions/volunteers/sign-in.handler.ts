import type { Response } from '#shared/api';
import { volunteerRoutes } from '#shared/volunteers';
import { emptyWallet, walletAt } from '../ledger/wallet.table';
import { handle, handleOpen } from '../platform/handle';
import { randomId } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { accessMs, readSession, refreshMs, signSession } from '../platform/session';
import { commit, create, read, replace, untilWon } from '../platform/table';
import type { Mark } from '../platform/vault';
import { wayMarks } from '../platform/vault';
import { personOf } from '../platform/wechat';
import { mayAct } from './volunteer.rules';
import type { Way } from './volunteer.table';
import { wayAt, wayOf } from './volunteer.table';

const kind = 'weapp';

/** WeChat says who it is; the way in says which volunteer. One read for whoever has been here before. */
export const signIn = handleOpen(
  'POST /sessions',
  volunteerRoutes['POST /sessions'],
  async ({ code }, { now }) => {
    const { openid } = await personOf(code);
    const marks = wayMarks(kind, openid);
    return untilWon(async () => {
      const ways = await read(...marks.map(({ mark }) => wayAt(kind, mark)));
      const [current] = marks;
      const way = ways[0] ?? (await open(current, olderOf(marks, ways)));
      const { volunteerId, epoch } = way;
      return sessionFor({ volunteerId, way: { kind, mark: current.mark }, epoch }, now);
    });
  },
);

type Older = { mark: string; way: Way };

/** The way in that was made under an older pepper, if there is one. */
function olderOf(marks: Mark[], ways: (Way | undefined)[]): Older | undefined {
  const index = ways.findIndex(Boolean);
  const [mark, way] = [marks[index]?.mark, ways[index]];
  return mark !== undefined && way ? { mark, way } : undefined;
}

/**
 * A new way in: to a new volunteer with an empty wallet, or to the one whom an older pepper's way names. That one's
 * sessions end with it, so that signing out still reaches every session there is.
 */
async function open({ version, mark }: Mark, older: Older | undefined): Promise<Way> {
  const volunteerId = older?.way.volunteerId ?? randomId();
  const epoch = (older?.way.epoch ?? 0) + 1;
  const way = { volunteerId, epoch, pepperVersion: version, version: 1 };
  const rest = older
    ? replace(wayAt(kind, older.mark), { ...older.way, epoch })
    : create(walletAt(volunteerId), emptyWallet);
  await commit([create(wayAt(kind, mark), way), rest]);
  return way;
}

export const refresh = handleOpen(
  'POST /sessions/refresh',
  volunteerRoutes['POST /sessions/refresh'],
  async ({ refreshToken }, { now }) => {
    const caller = readSession(refreshToken, 'refresh', now) ?? refuse('session_expired');
    const [way] = await read(wayOf(caller));
    return mayAct(way, caller) ? sessionFor(caller, now) : refuse('session_expired');
  },
);

export const signOut = handle(
  'DELETE /sessions',
  volunteerRoutes['DELETE /sessions'],
  async (_, { caller }) =>
    untilWon(async () => {
      const [way] = await read(wayOf(caller));
      if (way?.epoch === caller.epoch) {
        await commit([replace(wayOf(caller), { ...way, epoch: way.epoch + 1 })]);
      }
      return { done: true };
    }),
);

function sessionFor(caller: Caller, now: number): Response<'POST /sessions'> {
  return {
    volunteerId: caller.volunteerId,
    accessToken: signSession(caller, 'access', now + accessMs),
    accessExpiresAt: now + accessMs,
    refreshToken: signSession(caller, 'refresh', now + refreshMs),
    now,
  };
}
