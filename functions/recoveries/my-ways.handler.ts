import type { WayShown } from '#shared/sessions';
import { sessionRoutes } from '#shared/sessions';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { commit, read, untilWon } from '../platform/table';
import type { Mark } from '../platform/vault';
import { wayMarks } from '../platform/vault';
import { personOf } from '../platform/wechat';
import { proved } from '../sessions/proof';
import { mayAct } from '../sessions/session.rules';
import { sessionFor } from '../sessions/session-for';
import { smsAt } from '../sessions/sms-code.table';
import { maskPhone } from '../sessions/way.rules';
import type { ListedWay, Way } from '../sessions/way.table';
import { wayAt, wayListAt, wayOf } from '../sessions/way.table';
import { profileAt } from '../volunteers/volunteer.table';
import { tellOfWay } from './account-notices';
import { exchanged, withPhone } from './exchange';

export const listWays = handle(
  'GET /me/ways',
  sessionRoutes['GET /me/ways'],
  async (_, { caller }) => {
    const [way, list] = await read(wayOf(caller), wayListAt(caller.volunteerId));
    if (!mayAct(way, caller)) refuse('session_expired');
    const ways = list?.ways ?? [{ ...caller.way, since: 0 }];
    const renewed = new Set(ways.map(({ renews }) => renews));
    return {
      ways: ways.filter(({ mark }) => !renewed.has(mark)).flatMap((one) => shown(one, caller.way)),
    };
  },
);

/** Only what somebody signs in by is shown; an identity number's mark is no such thing. */
function shown({ kind, mark, masked, since }: ListedWay, current: Caller['way']): WayShown[] {
  if (kind !== 'weapp' && kind !== 'phone') return [];
  const isCurrent = current.kind === kind && current.mark === mark;
  return [{ kind, ...(masked !== undefined && { masked }), since, current: isCurrent }];
}

/** The person holds the new phone: the code says so. Sent again after the old session ended, it answers as before. */
export const changePhone = handle(
  'PUT /me/phone',
  sessionRoutes['PUT /me/phone'],
  async ({ phone, code, requestId }, { caller, now }) => {
    const marks = wayMarks('phone', phone);
    const { volunteerId } = caller;
    return untilWon(async () => {
      const at = [smsAt(phone), wayListAt(volunteerId), profileAt(volunteerId)] as const;
      const { own, ways, found } = await withWays(caller, { kind: 'phone', marks }, at);
      const [log, known, profile] = found;
      const isOwnRequest = log?.code?.spentBy === requestId;
      if (!isOwnRequest && !mayAct(own, caller)) refuse('session_expired');
      const proof = await proved(log, { phone, code, requestId, purpose: 'change' }, now);
      const [mine] = ways;
      if (proof.again) {
        if (mine?.volunteerId !== volunteerId) return refuse('session_expired');
        const way = { kind: 'phone', mark: marks[0].mark };
        return sessionFor({ volunteerId, way, epoch: mine.epoch }, now);
      }
      const masked = maskPhone(phone);
      const change = await exchanged(
        { volunteerId, known, kind: 'phone', marks, ways, masked },
        now,
      );
      if (change.status === 'taken') return refuse('phone_taken');
      await commit([
        ...proof.writes,
        ...change.writes,
        ...withPhone(volunteerId, profile, phone),
        tellOfWay(volunteerId, { cause: requestId, what: `手机号 ${masked}`, at: now }),
      ]);
      return sessionFor(change.caller, now);
    });
  },
);

/** WeChat says who holds it. A WeChat that is the person's already changes nothing. */
export const changeWeChat = handle(
  'PUT /me/wechat',
  sessionRoutes['PUT /me/wechat'],
  async ({ loginCode }, { caller, now }) => {
    const { openid } = await personOf(loginCode);
    const marks = wayMarks('weapp', openid);
    const { volunteerId } = caller;
    return untilWon(async () => {
      const at = [wayListAt(volunteerId)] as const;
      const { own, ways, found } = await withWays(caller, { kind: 'weapp', marks }, at);
      if (!mayAct(own, caller)) refuse('session_expired');
      const [mine] = ways;
      if (mine?.volunteerId === volunteerId) {
        const way = { kind: 'weapp', mark: marks[0].mark };
        return sessionFor({ volunteerId, way, epoch: mine.epoch }, now);
      }
      const [known] = found;
      const change = await exchanged({ volunteerId, known, kind: 'weapp', marks, ways }, now);
      if (change.status === 'taken') return refuse('wechat_taken');
      const cause = idFor('wechat', marks[0].mark, String(now));
      const notice = tellOfWay(volunteerId, { cause, what: '另一个微信', at: now });
      await commit([...change.writes, notice]);
      return sessionFor(change.caller, now);
    });
  },
);

type Identifier = { kind: string; marks: [Mark, ...Mark[]] };

/** One read of the caller's own way, of the ways under an identifier, and of whatever else; no key is asked twice. */
async function withWays<const T extends readonly { pk: string; sk: string }[]>(
  caller: Caller,
  { kind, marks }: Identifier,
  at: T,
) {
  const same = caller.way.kind === kind ? caller.way.mark : undefined;
  const asked = marks.map(({ mark }) => (mark === same ? undefined : wayAt(kind, mark)));
  const all = await read(wayOf(caller), ...asked, ...at);
  const own = all[0] as Way | undefined;
  const ways = marks.map(({ mark }, i) => (mark === same ? own : (all[i + 1] as Way | undefined)));
  type Found = Awaited<ReturnType<typeof read<T>>>;
  return { own, ways, found: all.slice(marks.length + 1) as unknown as Found };
}
