import type { LocalClock } from './clock';
import type { LocalRoutes } from './gateway';
import { Unfit } from './gateway';
import { openidOf } from './seed/people';
import type { Person } from './seed/seed';
import type { WeChatServer } from './wechat-server';

type Settings = { people: readonly Person[]; wechat: WeChatServer; clock: LocalClock };

/** What only a local cloud offers: whom one can be, codes that WeChat would give, and the time. */
export function localRoutes({ people, wechat, clock }: Settings): LocalRoutes {
  const time = () => ({ now: clock.now(), offsetMinutes: Math.round(clock.offsetMs() / 60_000) });
  return {
    'GET /local/people': async () => ({ people: people.map(({ openid: _, ...shown }) => shown) }),
    /** `person`: a key of the list, or any other short word for somebody who has never been here. */
    'POST /local/login-code': async ({ person }) => ({
      code: wechat.issueLoginCode(openidOf(text(person, /^[a-z0-9-]{1,32}$/, 'person'))),
    }),
    'POST /local/phone-code': async ({ phoneNumber }) => ({
      code: wechat.issuePhoneCode(text(phoneNumber, /^1[3-9]\d{9}$/, 'phoneNumber')),
    }),
    'GET /local/clock': async () => time(),
    'POST /local/forward': async ({ minutes }) => {
      try {
        await clock.forward(Number(minutes));
      } catch (error) {
        throw error instanceof RangeError ? new Unfit(error.message) : error;
      }
      return time();
    },
  };
}

function text(value: unknown, pattern: RegExp, name: string): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw new Unfit(`${name} is not fit`);
  return value;
}
