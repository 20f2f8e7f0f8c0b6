import type { Session } from '#shared/sessions';
import { hourMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { newcomer } from '../../support/given';
import { allItems, itemsOf } from '../../support/items';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

let phones = 0;
const fresh = () => `1370000${String(++phones).padStart(4, '0')}`;
const ask = (phone: string, requestId = newRequestId()) =>
  cloud.call('POST /sms-codes', { phone, purpose: 'sign_in', requestId });
const codeOf = (phone: string) =>
  cloud.sms.messages.findLast((one) => one.phone === phone)?.code ?? '';
const sent = (phone: string) => cloud.sms.messages.filter((one) => one.phone === phone).length;
const enter = (phone: string, code: string, requestId = newRequestId()) =>
  cloud.call('POST /sessions/by-phone', { phone, code, requestId });
const wrongOf = (phone: string, by = 1) =>
  String((Number(codeOf(phone)) + by) % 1_000_000).padStart(6, '0');
const coded = async (phone = fresh()) => {
  expect(await ask(phone)).toMatchObject({ status: 200 });
  return phone;
};
const signedIn = async (phone: string) => {
  const { status, body } = await enter(phone, codeOf(phone));
  expect(status).toBe(200);
  return body as Session;
};
const fails = (status: number, code: string) => ({ status, body: { code } });

describe('a code is sent', () => {
  test('a number → six digits by message; the number and the code stand nowhere', async () => {
    const phone = await coded();
    expect(codeOf(phone)).toMatch(/^\d{6}$/);
    const table = JSON.stringify(await allItems());
    expect(table).not.toContain(phone);
    expect(table).not.toContain(`"${codeOf(phone)}"`);
  });

  test('a number that somebody has, and one that nobody has → the same answer', async () => {
    const known = await coded();
    await signedIn(known);
    cloud.setTime(cloud.now() + 2 * minuteMs);
    const spans = await Promise.all(
      [known, fresh()].map(async (phone) => {
        const { status, body } = await ask(phone);
        const { againAt, endsAt, now } = body as { againAt: number; endsAt: number; now: number };
        return { status, again: againAt - now, ends: endsAt - now, fields: Object.keys(body) };
      }),
    );
    expect(spans[0]).toEqual(spans[1]);
  });

  test('the same request ten times at once → one message and one answer', async () => {
    const [phone, requestId] = [fresh(), newRequestId()];
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(phone, requestId)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(sent(phone)).toBe(1);
  });

  test('ten requests at once → one message, the others wait', async () => {
    const phone = fresh();
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(phone)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(429)]);
    expect(sent(phone)).toBe(1);
  });

  test('one a minute, five an hour → the sixth waits for the hour', async () => {
    const phone = fresh();
    const from = cloud.now();
    for (let i = 0; i < 5; i++) {
      cloud.setTime(from + i * (minuteMs + 1_000));
      await coded(phone);
      expect(await ask(phone)).toMatchObject(fails(429, 'sms_too_often'));
    }
    cloud.setTime(from + 30 * minuteMs);
    expect(await ask(phone)).toMatchObject(fails(429, 'sms_too_often'));
    cloud.setTime(from + hourMs + 1_000);
    expect(await ask(phone)).toMatchObject({ status: 200 });
  });

  test('one address floods a hundred numbers → the next is refused, other addresses go on', async () => {
    cloud.setTime(cloud.now() + 10 * hourMs);
    const from = (address: string) => {
      const body = { phone: fresh(), purpose: 'sign_in', requestId: newRequestId() };
      return cloud.send({ route: 'POST /sms-codes', body: JSON.stringify(body), address });
    };
    for (let wave = 0; wave < 10; wave++) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => from('198.51.100.7')));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(200));
    }
    expect((await from('198.51.100.7')).statusCode).toBe(429);
    expect((await from('198.51.100.8')).statusCode).toBe(200);
  });

  test('the gateway is down → said so, nothing is used up, and the same request sends later', async () => {
    const [phone, requestId] = [fresh(), newRequestId()];
    cloud.sms.fail({ status: 502 });
    expect(await ask(phone, requestId)).toMatchObject(fails(503, 'sms_unavailable'));
    expect(await ask(phone, requestId)).toMatchObject({ status: 200 });
    expect(sent(phone)).toBe(1);
  });
});

describe('signing in by a code', () => {
  test('a new number → a new volunteer with an empty wallet; again → the same one', async () => {
    const phone = await coded();
    const first = await signedIn(phone);
    expect(await itemsOf(`V#${first.volunteerId}`)).toMatchObject([
      {
        sk: '#I',
        ways: [{ kind: 'phone', masked: `${phone.slice(0, 3)}******${phone.slice(-2)}` }],
      },
      { sk: '#W', minutes: 0, byYear: {} },
    ]);
    cloud.setTime(cloud.now() + 2 * minuteMs);
    await coded(phone);
    expect((await signedIn(phone)).volunteerId).toBe(first.volunteerId);
  });

  test('its session refreshes, and ends when the person signs out', async () => {
    const phone = await coded();
    const { refreshToken, accessToken } = await signedIn(phone);
    const refresh = () => cloud.call('POST /sessions/refresh', { refreshToken });
    expect(await refresh()).toMatchObject({ status: 200 });
    await cloud.call('DELETE /sessions', {}, accessToken);
    expect(await refresh()).toMatchObject(fails(401, 'session_expired'));
  });

  test('the number is verified when its holder registers with it; another one is not', async () => {
    const register = async (phone: string, typed: string) => {
      const { accessToken } = await signedIn(phone);
      const registration = {
        ...{ name: '李雷', district: '370202' as const, birthMonth: '199001' },
        ...{ phoneNumber: typed, consent: true as const },
      };
      const { body } = await cloud.call('POST /me', registration, accessToken);
      return (body as { profile: { phoneVerified: boolean } }).profile.phoneVerified;
    };
    const [one, other] = [await coded(), await coded()];
    expect(await register(one, one)).toBe(true);
    expect(await register(other, fresh())).toBe(false);
  });

  test("a number that WeChat verified at registration → signs in to that person's account", async () => {
    const person = await newcomer(cloud);
    const phone = fresh();
    const phoneCode = cloud.wechat.issuePhoneCode(phone);
    await person.ask('POST /me', {
      ...{ name: '韩梅梅', district: '370202', birthMonth: '199001', consent: true, phoneCode },
    });
    await coded(phone);
    expect((await signedIn(phone)).volunteerId).toBe(person.volunteerId);
  });

  test('ten phones with one right code at once, one request → one volunteer, ten sessions', async () => {
    const phone = await coded();
    const [code, requestId] = [codeOf(phone), newRequestId()];
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => enter(phone, code, requestId)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const ids = new Set(answers.map(({ body }) => (body as Session).volunteerId));
    expect(ids.size).toBe(1);
  });

  test('one right code, ten requests at once → one session, nine that come too late', async () => {
    const phone = await coded();
    const code = codeOf(phone);
    const answers = await Promise.all(Array.from({ length: 10 }, () => enter(phone, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(410)]);
  });

  test('five wrong codes → the right one is refused too; the next code is good', async () => {
    const phone = await coded();
    for (let i = 1; i <= 5; i++) {
      expect(await enter(phone, wrongOf(phone, i))).toMatchObject(fails(422, 'sms_code_wrong'));
    }
    expect(await enter(phone, codeOf(phone))).toMatchObject(fails(409, 'sms_code_exhausted'));
    cloud.setTime(cloud.now() + minuteMs + 1);
    await coded(phone);
    expect(await enter(phone, codeOf(phone))).toMatchObject({ status: 200 });
  });

  test('thirty guesses at once → never more than five are looked at', async () => {
    const phone = await coded();
    const guesses = Array.from({ length: 30 }, (_, i) => enter(phone, wrongOf(phone, i + 1)));
    const answers = await Promise.all(guesses);
    const looked = answers.filter(({ status }) => status === 422);
    expect(looked.length).toBeLessThanOrEqual(5);
    expect(answers.every(({ status }) => [422, 409, 503].includes(status))).toBe(true);
    const log = (await allItems()).filter(({ sk }) => sk === '#SC').at(-1);
    expect(log).toBeDefined();
    const tries = (await allItems()).flatMap(({ code }) =>
      code ? [(code as { tries: number }).tries] : [],
    );
    expect(Math.max(...tries)).toBe(5);
  });

  test.each([
    ['five minutes later', 410, 5 * minuteMs],
    ['a second before', 200, 5 * minuteMs - 1_000],
  ])('%s → %s', async (_name, status, laterMs) => {
    const phone = await coded();
    const code = codeOf(phone);
    cloud.setTime(cloud.now() + laterMs);
    expect(await enter(phone, code)).toMatchObject({ status });
  });

  test('a newer code was sent → the older one is dead', async () => {
    const phone = await coded();
    const older = codeOf(phone);
    cloud.setTime(cloud.now() + minuteMs + 1);
    await coded(phone);
    if (older !== codeOf(phone)) expect(await enter(phone, older)).toMatchObject({ status: 422 });
  });

  test('a code that was sent for another purpose, or to another number → opens nothing', async () => {
    const phone = fresh();
    const purpose = 'change';
    await cloud.call('POST /sms-codes', { phone, purpose, requestId: newRequestId() });
    expect(await enter(phone, codeOf(phone))).toMatchObject(fails(410, 'sms_code_expired'));
    expect(await enter(fresh(), codeOf(phone))).toMatchObject(fails(410, 'sms_code_expired'));
  });
});
