import { sessionRoutes } from '#shared/sessions';
import { handle, handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { readSession } from '../platform/session';
import { commit, read, untilWon } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { personOf } from '../platform/wechat';
import { opened } from './opening';
import { proved } from './proof';
import { mayAct } from './session.rules';
import { sessionFor } from './session-for';
import { smsAt } from './sms-code.table';
import { maskPhone } from './way.rules';
import type { Way } from './way.table';
import { endSessions, wayAt, wayListAt, wayOf } from './way.table';

/** WeChat says who it is; the way in says which volunteer. One read for whoever has been here before. */
export const signIn = handleOpen(
  'POST /sessions',
  sessionRoutes['POST /sessions'],
  async ({ code }, { now }) => {
    const { openid } = await personOf(code);
    const marks = wayMarks('weapp', openid);
    return untilWon(async () => {
      const ways = await read(...marks.map(({ mark }) => wayAt('weapp', mark)));
      const { way, writes } = await opened({ kind: 'weapp', marks, ways }, now);
      if (writes.length > 0) await commit(writes);
      return sessionFor(callerBy('weapp', marks[0].mark, way), now);
    });
  },
);

/** The code says who holds the phone; the way in says which volunteer, if there is one. */
export const signInByPhone = handleOpen(
  'POST /sessions/by-phone',
  sessionRoutes['POST /sessions/by-phone'],
  async ({ phone, code, requestId }, { now }) => {
    const marks = wayMarks('phone', phone);
    return untilWon(async () => {
      const at = marks.map(({ mark }) => wayAt('phone', mark));
      const [log, ...ways] = await read(smsAt(phone), ...at);
      const proof = await proved(log, { phone, code, requestId, purpose: 'sign_in' }, now);
      const found = { kind: 'phone', marks, ways, masked: maskPhone(phone) };
      const { way, writes } = await opened(found, now);
      const all = [...proof.writes, ...writes];
      if (all.length > 0) await commit(all);
      return sessionFor(callerBy('phone', marks[0].mark, way), now);
    });
  },
);

const callerBy = (kind: string, mark: string, { volunteerId, epoch }: Way): Caller => ({
  volunteerId,
  way: { kind, mark },
  epoch,
});

export const refresh = handleOpen(
  'POST /sessions/refresh',
  sessionRoutes['POST /sessions/refresh'],
  async ({ refreshToken }, { now }) => {
    const caller = readSession(refreshToken, 'refresh', now) ?? refuse('session_expired');
    const [way] = await read(wayOf(caller));
    return mayAct(way, caller) ? sessionFor(caller, now) : refuse('session_expired');
  },
);

/** Ends the sessions of every way in. A late repetition finds its own session over and ends nothing. */
export const signOut = handle(
  'DELETE /sessions',
  sessionRoutes['DELETE /sessions'],
  async (_, { caller }) =>
    untilWon(async () => {
      const [way, list] = await read(wayOf(caller), wayListAt(caller.volunteerId));
      if (!way || !mayAct(way, caller)) return { done: true };
      const isOther = (one: Caller['way']) =>
        one.kind !== caller.way.kind || one.mark !== caller.way.mark;
      const others = (list?.ways ?? []).filter(isOther);
      const at = others.map(({ kind, mark }) => wayAt(kind, mark));
      const found = await read(...at);
      await commit([
        endSessions(wayOf(caller), way),
        ...at.flatMap((one, index) => {
          const known = found[index];
          return known?.volunteerId === caller.volunteerId ? [endSessions(one, known)] : [];
        }),
      ]);
      return { done: true };
    }),
);
