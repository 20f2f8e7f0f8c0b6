import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { teamWithBoard, writeRoute } from '../../support/given-bulletins';
import { allItems } from '../../support/items';

let cloud: TestCloud;
type Given = Awaited<ReturnType<typeof teamWithBoard>>;
let who: Given['who'];
let team: Given['team'];
let writing: Given['writing'];
let written: Given['written'];
let boardOf: Given['boardOf'];
let titlesOn: Given['titlesOn'];
beforeAll(async () => {
  cloud = await startTestCloud();
  ({ who, team, writing, written, boardOf, titlesOn } = await teamWithBoard(cloud));
});
afterAll(() => cloud.stop());

const checked = () => cloud.wechat.asked['/wxa/msg_sec_check'];

describe('the check of what is written', () => {
  test('passes → on the board at once, with a masked name and no id of the author', async () => {
    const { bulletinId, state } = await written('八点在五四广场集合，带好手套。', '净滩集合');
    expect(state).toBe('published');
    const { body } = await boardOf(who.member);
    expect(body).toMatchObject({
      bulletins: [{ bulletinId, title: '净滩集合', authorMaskedName: '王*明' }],
      ...{ mayWrite: false, mayDecide: false },
    });
    expect(JSON.stringify(body)).not.toContain(who.author.volunteerId);
  });

  test('risky → refused with what it took offence at, nobody sees it, and its id stays refused', async () => {
    const request = writing('加微信领红包');
    const refused = await who.author.ask(writeRoute, request);
    expect(refused).toMatchObject({ state: 'refused', reason: expect.stringContaining('“广告”') });
    const asked = checked();
    expect(await who.author.ask(writeRoute, request)).toEqual(refused);
    expect(checked()).toBe(asked);
    const { bulletinId } = refused;
    expect(await who.member.call('GET /bulletins/{bulletinId}', { bulletinId })).toMatchObject({
      ...{ status: 404, body: { code: 'not_found' } },
    });
    expect((await who.author.ask('GET /bulletins/{bulletinId}', { bulletinId })).state).toBe(
      'refused',
    );
  });

  test.each<[string, () => void, string]>([
    ['it wants a person to look (review)', () => undefined, '这里有一句待复核的话'],
    ['WeChat is down', () => cloud.wechat.fail('/wxa/msg_sec_check', { status: 502 }), '普通的话'],
    [
      'WeChat has not seen the person (61010)',
      () => cloud.wechat.fail('/wxa/msg_sec_check', { errcode: 61010 }),
      '普通的话',
    ],
    [
      'the quota of checks is used up',
      () => cloud.wechat.fail('/wxa/msg_sec_check', { errcode: 45009 }),
      '普通的话',
    ],
  ])('%s → waits for a person’s eye, on no board', async (_, before, text) => {
    before();
    const { bulletinId, state } = await written(text, '等人看的');
    expect(state).toBe('in_review');
    expect(await titlesOn(who.member)).not.toContain('等人看的');
    const { bulletins } = await who.approver.ask(
      'GET /organisations/{organisationId}/bulletin-queue',
      { organisationId: team, limit: 50 },
    );
    expect(bulletins.map((it) => it.bulletinId)).toContain(bulletinId);
  });

  test('a browser has no login code, and no WeChat is known → waits for a person’s eye', async () => {
    const { loginCode: _, ...request } = writing('普通的话');
    const asked = checked();
    expect((await who.author.ask(writeRoute, request)).state).toBe('in_review');
    expect(checked()).toBe(asked);
  });

  test('a browser, and the WeChat of the person is known from a tap → checked', async () => {
    const loginCode = cloud.wechat.issueLoginCode(who.author.openid);
    await who.author.ask('POST /me/subscriptions', { loginCode, accepted: ['reviewed'] });
    const { loginCode: _, ...request } = writing('普通的话');
    expect((await who.author.ask(writeRoute, request)).state).toBe('published');
  });

  test('sent three times at once → one bulletin; the same id with another text → request_differs', async () => {
    const request = writing('同一件事', '只有一条');
    const answers = await Promise.all([1, 2, 3].map(() => who.author.call(writeRoute, request)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const titles = await titlesOn(who.member);
    expect(titles.filter((title) => title === '只有一条')).toHaveLength(1);
    const other = await who.author.call(writeRoute, { ...request, text: '另一件事' });
    expect(other).toMatchObject({ status: 409, body: { code: 'request_differs' } });
  });

  test('too long, empty, or with control characters → request_invalid', async () => {
    for (const text of ['', '字'.repeat(1_001), '\u202e反']) {
      expect((await who.author.call(writeRoute, writing(text))).status).toBe(400);
    }
  });
});

test('WeChat may have been slow: what was written is on the table only, in no log', async () => {
  const lines: string[] = [];
  const spy = jest.spyOn(console, 'log').mockImplementation((line) => void lines.push(line));
  process.env.LOG_LEVEL = '';
  cloud.wechat.fail('/wxa/msg_sec_check', { status: 500 });
  await written('这句话不进日志');
  process.env.LOG_LEVEL = 'silent';
  spy.mockRestore();
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join()).not.toContain('这句话不进日志');
  const holding = (await allItems()).filter((item) =>
    JSON.stringify(item).includes('这句话不进日志'),
  );
  expect(holding.map(({ pk }) => pk.slice(0, 2))).toEqual(['B#']);
});
