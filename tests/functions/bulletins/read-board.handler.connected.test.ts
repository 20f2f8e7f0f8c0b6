import type { Route } from '#shared/api';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { newcomer, organisation, volunteer } from '../../support/given';
import { teamWithBoard, writeRoute } from '../../support/given-bulletins';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

let cloud: TestCloud;
type Given = Awaited<ReturnType<typeof teamWithBoard>>;
let who: Given['who'];
let top: Given['top'];
let team: Given['team'];
let writing: Given['writing'];
let written: Given['written'];
let boardOf: Given['boardOf'];
beforeAll(async () => {
  cloud = await startTestCloud();
  ({ who, top, team, writing, written, boardOf } = await teamWithBoard(cloud));
});
afterAll(() => cloud.stop());

describe('who reads, who writes', () => {
  test('members, and those with a role above → the board; strangers and siblings → not_found', async () => {
    expect((await boardOf(who.above)).status).toBe(200);
    for (const person of [who.stranger, who.sibling, await newcomer(cloud)]) {
      expect(await boardOf(person)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect(
      await who.member.call('GET /organisations/{organisationId}/bulletins', {
        organisationId: 'ffffffffffff',
      }),
    ).toMatchObject({ status: 404 });
  });

  test('whoever has left reads no more', async () => {
    const gone = await volunteer(cloud);
    const own = await organisation([[gone, 'member']], [top]);
    const ask = () =>
      gone.call('GET /organisations/{organisationId}/bulletins', { organisationId: own });
    expect((await ask()).status).toBe(200);
    const member = (await itemsOf(`O#${own}`)).find(({ sk }) => sk.startsWith('M#'));
    await putAll([{ ...member, state: 'left' }]);
    expect((await ask()).status).toBe(404);
  });

  test('the same order of answers for every staff route: 404 to strangers, 403 to members without the role', async () => {
    const { bulletinId } = await written('给所有人', '次序');
    const asks: [Route, object][] = [
      [writeRoute, writing('x')],
      ['GET /organisations/{organisationId}/bulletin-queue', { organisationId: team }],
      ['PUT /organisations/{organisationId}/pinned-bulletin', { organisationId: team, bulletinId }],
      ['POST /bulletins/{bulletinId}/decision', { bulletinId, decision: 'publish' }],
      ['POST /bulletins/{bulletinId}/removal', { bulletinId, reason: '不合适' }],
    ];
    for (const [asked, request] of asks) {
      for (const person of [who.stranger, who.sibling]) {
        expect([asked, (await person.call(asked, request as never)).status]).toEqual([asked, 404]);
      }
      for (const person of [who.member, who.keeper]) {
        expect([asked, (await person.call(asked, request as never)).status]).toEqual([asked, 403]);
      }
      expect((await cloud.call(asked, request as never)).status).toBe(401);
    }
    expect((await who.member.ask('GET /bulletins/{bulletinId}', { bulletinId })).state).toBe(
      'published',
    );
  });

  test('what waits does not exist for members', async () => {
    const { bulletinId } = await written('这里有一句待复核的话');
    const request = { bulletinId, decision: 'publish' as const };
    const answers = await Promise.all([
      who.member.call('GET /bulletins/{bulletinId}', { bulletinId }),
      who.member.call('POST /bulletins/{bulletinId}/decision', request),
      who.sibling.call('POST /bulletins/{bulletinId}/decision', request),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

test('newest first, in pages', async () => {
  const own = await organisation([[who.author, 'organiser']], [top]);
  for (const title of ['甲', '乙', '丙']) {
    await who.author.ask(writeRoute, { ...writing('话', title), organisationId: own });
  }
  const ask = (cursor?: string) =>
    who.author.ask('GET /organisations/{organisationId}/bulletins', {
      ...{ organisationId: own, limit: 2 },
      ...(cursor && { cursor }),
    });
  const first = await ask();
  expect(first.bulletins.map(({ title }) => title)).toEqual(['丙', '乙']);
  expect((await ask(first.cursor)).bulletins.map(({ title }) => title)).toEqual(['甲']);
});

test('the organisation is frozen → no board, and nobody writes', async () => {
  const own = await organisation([[who.member, 'organiser']], [top]);
  const item = (await itemsOf(`O#${own}`)).find(({ sk }) => sk === '#O');
  await putAll([{ ...item, state: 'frozen' }]);
  const request = { ...writing('话', '周六集合', who.member), organisationId: own };
  expect((await who.member.call(writeRoute, request)).status).toBe(404);
});
