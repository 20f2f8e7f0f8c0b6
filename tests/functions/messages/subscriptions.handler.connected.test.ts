import { messageTemplates } from '#shared/notices';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { newcomer, volunteer } from '../../support/given';
import { allItems, itemsOf } from '../../support/items';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const route = 'POST /me/subscriptions';
const lefts = (answer: { subscriptions: { template: string; left: number }[] }) =>
  Object.fromEntries(answer.subscriptions.map(({ template, left }) => [template, left]));

test('nobody has tapped → every group with what it is for, and none left', async () => {
  const who = await volunteer(cloud);
  const answer = await who.ask('GET /me/subscriptions', {});
  expect(answer.paused).toBe(false);
  expect(answer.subscriptions.map(({ template }) => template)).toEqual([...messageTemplates]);
  expect(answer.subscriptions[0]).toEqual({
    ...{ template: 'reminder', templateId: 'local-template-reminder', left: 0 },
    ...{ title: '活动提醒', text: expect.any(String) },
  });
});

test('tapped for two → one of each; tapped again → two', async () => {
  const who = await volunteer(cloud);
  const tap = (...accepted: (typeof messageTemplates)[number][]) =>
    who.ask(route, { loginCode: cloud.wechat.issueLoginCode(who.openid), accepted });
  expect(lefts(await tap('reminder', 'placed'))).toMatchObject({ reminder: 1, placed: 1 });
  expect(lefts(await tap('reminder'))).toMatchObject({ reminder: 2, placed: 1 });
  expect(lefts(await who.ask('GET /me/subscriptions', {}))).toMatchObject({ reminder: 2 });
});

test('the openid lies sealed, in no item in clear', async () => {
  const who = await newcomer(cloud, 'openid-that-nobody-reads');
  const loginCode = cloud.wechat.issueLoginCode(who.openid);
  await who.ask(route, { loginCode, accepted: ['reminder'] });
  const items = await allItems();
  expect(JSON.stringify(items)).not.toContain(who.openid);
  expect((await itemsOf(`V#${who.volunteerId}`)).find(({ sk }) => sk === '#B')).toMatchObject({
    sealedOpenid: expect.any(String),
  });
});

test('the same login code again, also at the same time → counts once', async () => {
  const who = await volunteer(cloud);
  const loginCode = cloud.wechat.issueLoginCode(who.openid);
  const answers = await Promise.all(
    [1, 2, 3].map(() => who.call(route, { loginCode, accepted: ['reminder'] })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(2);
  expect(lefts(await who.ask('GET /me/subscriptions', {})).reminder).toBe(1);
});

test('somebody else’s WeChat → wechat_differs, nothing is written: no notice of mine goes there', async () => {
  const [who, other] = [await volunteer(cloud), await volunteer(cloud)];
  for (const openid of [other.openid, 'openid-of-nobody']) {
    const loginCode = cloud.wechat.issueLoginCode(openid);
    const answer = await who.call(route, { loginCode, accepted: ['reminder'] });
    expect(answer).toMatchObject({ status: 403, body: { code: 'wechat_differs' } });
  }
  expect((await itemsOf(`V#${who.volunteerId}`)).some(({ sk }) => sk === '#B')).toBe(false);
});

test('more taps than twenty → twenty', async () => {
  const who = await volunteer(cloud);
  for (let n = 0; n < 22; n++) {
    const loginCode = cloud.wechat.issueLoginCode(who.openid);
    await who.ask(route, { loginCode, accepted: ['changed'] });
  }
  expect(lefts(await who.ask('GET /me/subscriptions', {})).changed).toBe(20);
});

test('a group twice, none, or one that there is not → request_invalid', async () => {
  const who = await volunteer(cloud);
  for (const accepted of [['reminder', 'reminder'], [], ['coupons']] as never[]) {
    const answer = await who.call(route, { loginCode: 'code', accepted });
    expect(answer.status).toBe(400);
  }
});

test('a stage without templates → nothing to choose', async () => {
  const who = await volunteer(cloud);
  const setting = process.env.WECHAT_TEMPLATES;
  process.env.WECHAT_TEMPLATES = '';
  expect((await who.ask('GET /me/subscriptions', {})).subscriptions).toEqual([]);
  process.env.WECHAT_TEMPLATES = setting;
});
