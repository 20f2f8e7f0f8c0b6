import type { LocalClock } from './clock';
import type { LocalRoutes } from './gateway';
import { Unfit } from './gateway';
import { openidOf, volunteerIdOf } from './seed/people';
import type { Person } from './seed/seed';
import type { SmsServer } from './sms-server';
import type { WeChatServer } from './wechat-server';

type Settings = {
  people: readonly Person[];
  wechat: WeChatServer;
  sms: Pick<SmsServer, 'messages'>;
  clock: LocalClock;
};

/** What only a local cloud offers: whom one can be, codes that WeChat would give, and the time. */
export function localRoutes({ people, wechat, sms, clock }: Settings): LocalRoutes {
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
    /**
     * What the city service would give: one of the cast agrees, and WeChat Pay knows them by their name here and by
     * whatever number they type. Nobody else has a name in this WeChat.
     */
    'POST /local/real-name-code': async ({ volunteerId, identityNumber }) => {
      const id = text(volunteerId, /^[0-9a-f]{12}$/, 'volunteerId');
      const number = text(identityNumber, /^\d{17}[\dX]$/, 'identityNumber');
      const person = people.find(({ key }) => volunteerIdOf(key) === id);
      if (!person) return {};
      const { openid, name } = person;
      return {
        loginCode: wechat.issueLoginCode(openid),
        realNameCode: wechat.issueRealNameCode(openid, { name, identityNumber: number }),
      };
    },
    /** The code that came to the phone last. */
    'POST /local/sms-code': async ({ phone }) => {
      const wanted = text(phone, /^1[3-9]\d{9}$/, 'phone');
      return { code: sms.messages.findLast((one) => one.phone === wanted)?.code };
    },
    /** What WeChat would have shown, the newest first. */
    'GET /local/messages': async () => ({ messages: wechat.sent.slice(-50).reverse() }),
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
