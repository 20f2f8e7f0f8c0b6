import type { MessageTemplate } from '#shared/notices';
import { dayMs, hourMs, minuteMs } from '#shared/time';
import type { NoticeKind } from '#shared/vocabulary';
import type { Message } from '../../../functions/messages/message.rules';
import type { Failure } from '../../../local/wechat-server';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { injectFaults } from '../../support/faults';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { deliverAgain } from '../../support/redelivery';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const runClock = () =>
  (
    require('../../../functions/messages/send') as typeof import('../../../functions/messages/send')
  ).sendMessages({ now: cloud.now() });
const pass = (ms: number) => cloud.setTime(cloud.now() + ms);

/** Somebody who tapped once for each of the groups, in WeChat and here. */
async function tapped(...accepted: MessageTemplate[]): Promise<Person> {
  const who = await volunteer(cloud);
  const loginCode = cloud.wechat.issueLoginCode(who.openid);
  await who.ask('POST /me/subscriptions', { loginCode, accepted });
  cloud.wechat.grantTap(who.openid, ...accepted);
  return who;
}

let causes = 0;
async function tell(who: Person, kind: NoticeKind = 'reminder', at = cloud.now()) {
  const { tell: told } =
    require('../../../functions/notices/notice.table') as typeof import('../../../functions/notices/notice.table');
  const { commit } =
    require('../../../functions/platform/table') as typeof import('../../../functions/platform/table');
  const noticeId = `cause-${++causes}`;
  await commit([told(who.volunteerId, { noticeId, kind, text: '明天 09:00 净滩', at })]);
  await cloud.drain();
  return noticeId;
}

const sentTo = ({ openid }: Person) => cloud.wechat.sent.filter((it) => it.openid === openid);
const messagesOf = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).filter(({ sk }) =>
    sk.startsWith('MS#'),
  ) as unknown as Message[];
const stateOf = async (who: Person) => (await messagesOf(who)).map(({ state }) => state);
const leftOf = async (who: Person, template: MessageTemplate = 'reminder') =>
  (await who.ask('GET /me/subscriptions', {})).subscriptions.find((it) => it.template === template)
    ?.left;
const failSend = (failure: Failure) =>
  cloud.wechat.fail('/cgi-bin/message/subscribe/send', failure);

describe('a notice that somebody tapped for', () => {
  test('goes out once, pays with the tap, and opens the inbox', async () => {
    const who = await tapped('reminder');
    await tell(who);
    expect([await leftOf(who), await stateOf(who)]).toEqual([0, ['queued']]);
    await runClock();
    await runClock();
    expect(sentTo(who)).toMatchObject([
      {
        ...{ template: 'reminder', page: 'notices/inbox/index' },
        lines: ['活动提醒', '明天 09:00 净滩', expect.stringMatching(/^\d{4}年/)],
      },
    ]);
    expect(await stateOf(who)).toEqual(['sent']);
    expect((await messagesOf(who))[0]).not.toHaveProperty('gx2pk');
  });

  test('one tap, two notices → the first goes out, both stand in the inbox', async () => {
    const who = await tapped('reminder');
    await tell(who);
    await tell(who);
    await runClock();
    expect(sentTo(who)).toHaveLength(1);
    expect((await who.ask('GET /me/notices', {})).notices).toHaveLength(2);
  });

  test('another group than the one tapped for, or a kind that stays inside → nothing goes out', async () => {
    const who = await tapped('reminder');
    await tell(who, 'waiting');
    await tell(who, 'account');
    await runClock();
    expect(sentTo(who)).toEqual([]);
    expect(await leftOf(who)).toBe(1);
  });

  test('nobody tapped → nothing', async () => {
    const who = await volunteer(cloud);
    await tell(who);
    expect(await messagesOf(who)).toEqual([]);
  });

  test('of an earlier day, as a stream may replay it → nothing', async () => {
    const who = await tapped('reminder');
    await tell(who, 'reminder', cloud.now() - dayMs - 1);
    expect(await messagesOf(who)).toEqual([]);
  });

  test('the stream delivers everything again → queued once, one tap taken, sent once', async () => {
    const who = await tapped('reminder');
    await who.ask('POST /me/subscriptions', {
      ...{ loginCode: cloud.wechat.issueLoginCode(who.openid), accepted: ['reminder'] },
    });
    cloud.wechat.grantTap(who.openid, 'reminder');
    await tell(who);
    expect((await deliverAgain()).dead).toEqual([]);
    await runClock();
    await deliverAgain();
    await runClock();
    expect(sentTo(who)).toHaveLength(1);
    expect(await leftOf(who)).toBe(1);
  });

  test('three runs of the clock at once → sent once', async () => {
    const who = await tapped('reminder');
    await tell(who);
    await Promise.all([runClock(), runClock(), runClock()]);
    expect(sentTo(who)).toHaveLength(1);
    expect(await stateOf(who)).toEqual(['sent']);
  });

  test('the run breaks off after the mark, before WeChat is asked → never sent, and known as unknown', async () => {
    const who = await tapped('reminder');
    await tell(who);
    const [message] = await messagesOf(who);
    await putAll([
      {
        ...{ ...message, state: 'marked', attempts: 1, version: 2 },
        dueAt: cloud.now() + 10 * minuteMs,
      },
    ]);
    await runClock();
    expect(await stateOf(who)).toEqual(['marked']);
    pass(10 * minuteMs + 1);
    await runClock();
    await runClock();
    expect(sentTo(who)).toEqual([]);
    expect(await messagesOf(who)).toMatchObject([{ state: 'unknown', gx2pk: 'MD#' }]);
  });

  test('WeChat took it and the table was away → not sent again, known as unknown', async () => {
    const who = await tapped('reminder');
    await tell(who);
    const broken = injectFaults('PutItemCommand', (count) =>
      // The first put marks; the second, after WeChat, writes down what became of it.
      count === 2 ? new Error('away') : undefined,
    );
    await runClock();
    broken.remove();
    expect(sentTo(who)).toHaveLength(1);
    expect(await stateOf(who)).toEqual(['marked']);
    pass(10 * minuteMs + 1);
    await runClock();
    expect(sentTo(who)).toHaveLength(1);
    expect(await stateOf(who)).toEqual(['unknown']);
  });
});

describe('WeChat says no', () => {
  test('43101, not wanted → refused, and the budget of that group is none, of the others as it was', async () => {
    const who = await tapped('reminder', 'placed');
    await who.ask('POST /me/subscriptions', {
      ...{ loginCode: cloud.wechat.issueLoginCode(who.openid), accepted: ['reminder'] },
    });
    await tell(who);
    failSend({ errcode: 43101 });
    await runClock();
    expect(await messagesOf(who)).toMatchObject([{ state: 'refused', errcode: 43101 }]);
    expect([await leftOf(who), await leftOf(who, 'placed')]).toEqual([0, 1]);
    pass(2 * hourMs);
    await runClock();
    expect(sentTo(who)).toEqual([]);
  });

  test.each([43108, 45009, 45011, -1])(
    '%i → again after a minute, and then it arrives',
    async (errcode) => {
      const who = await tapped('reminder');
      await tell(who);
      failSend({ errcode });
      await runClock();
      expect(await messagesOf(who)).toMatchObject([{ state: 'queued', errcode, attempts: 1 }]);
      await runClock();
      expect(sentTo(who)).toEqual([]);
      pass(minuteMs + 1);
      await runClock();
      expect(sentTo(who)).toHaveLength(1);
    },
  );

  test('busy five times → a dead letter that can be listed, the tap is given back', async () => {
    const who = await tapped('reminder');
    await tell(who);
    failSend({ errcode: 45009, times: 5 });
    for (const minutes of [0, 1, 5, 15, 60]) {
      pass(minutes * minuteMs + 1);
      await runClock();
    }
    expect(await messagesOf(who)).toMatchObject([
      { state: 'dead', errcode: 45009, attempts: 5, gx2pk: 'MD#', expiresAt: expect.any(Number) },
    ]);
    expect(await leftOf(who)).toBe(1);
    pass(hourMs);
    await runClock();
    expect(sentTo(who)).toEqual([]);
  });

  test.each([47003, 40037, 43107])('%i → a dead letter at once', async (errcode) => {
    const who = await tapped('reminder');
    await tell(who);
    failSend({ errcode });
    await runClock();
    expect(await messagesOf(who)).toMatchObject([{ state: 'dead', errcode, attempts: 1 }]);
    expect(await leftOf(who)).toBe(1);
  });

  test('no answer, or half of one → may have arrived: unknown, never again', async () => {
    const who = await tapped('reminder');
    await tell(who);
    failSend({ status: 502 });
    await runClock();
    pass(2 * hourMs);
    await runClock();
    expect(await stateOf(who)).toEqual(['unknown']);
    expect(await leftOf(who)).toBe(0);
  });

  test('no access token to be had → WeChat was not asked, so later', async () => {
    const who = await tapped('reminder');
    await tell(who);
    failSend({ errcode: 42001 });
    cloud.wechat.fail('/cgi-bin/stable_token', { errcode: -1, times: 1 });
    await runClock();
    expect(await messagesOf(who)).toMatchObject([{ state: 'queued', attempts: 1 }]);
    pass(minuteMs + 1);
    await runClock();
    expect(sentTo(who)).toHaveLength(1);
  });
});

describe('no longer wanted when its turn comes → dropped, the tap is given back', () => {
  test('the consent to messages was withdrawn', async () => {
    const who = await tapped('reminder');
    await tell(who);
    const profile = (await itemsOf(`V#${who.volunteerId}`)).find(({ sk }) => sk === '#P');
    const consents = [{ purpose: 'messages', version: '1', at: 0, withdrawnAt: 1 }];
    await putAll([{ ...profile, consents }]);
    await runClock();
    expect(await stateOf(who)).toEqual(['dropped']);
    const { paused, subscriptions } = await who.ask('GET /me/subscriptions', {});
    expect([paused, subscriptions[0]?.left]).toEqual([true, 1]);
    expect(sentTo(who)).toEqual([]);
  });

  test('the WeChat account leads to somebody else now', async () => {
    const who = await tapped('reminder');
    await tell(who);
    const { wayMarks } =
      require('../../../functions/platform/vault') as typeof import('../../../functions/platform/vault');
    const [{ mark, version }] = wayMarks('weapp', who.openid);
    const { wayKey } =
      require('../../../functions/keys') as typeof import('../../../functions/keys');
    const way = { volunteerId: 'aaaaaaaaaaaa', epoch: 9, pepperVersion: version, version: 1 };
    await putAll([{ ...wayKey('weapp', mark), ...way }]);
    await runClock();
    expect(await stateOf(who)).toEqual(['dropped']);
    expect(sentTo(who)).toEqual([]);
  });

  test('it waited for more than a day', async () => {
    const who = await tapped('reminder');
    await tell(who);
    pass(dayMs + 1);
    await runClock();
    expect(await stateOf(who)).toEqual(['dropped']);
  });
});

test('one that fails holds up none of the others, and has its turn in the next run', async () => {
  const people = [await tapped('reminder'), await tapped('reminder'), await tapped('reminder')];
  for (const who of people) await tell(who);
  const broken = injectFaults('PutItemCommand', (count) =>
    count === 1 ? new Error('away') : undefined,
  );
  await runClock();
  broken.remove();
  expect(people.filter((who) => sentTo(who).length === 1)).toHaveLength(2);
  await runClock();
  expect(people.map((who) => sentTo(who).length)).toEqual([1, 1, 1]);
});
