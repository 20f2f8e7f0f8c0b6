import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { organisation } from '../../support/given';
import { teamWithBoard, writeRoute } from '../../support/given-bulletins';
import { itemsOf } from '../../support/items';

let cloud: TestCloud;
type Given = Awaited<ReturnType<typeof teamWithBoard>>;
let who: Given['who'];
let top: Given['top'];
let team: Given['team'];
let writing: Given['writing'];
let written: Given['written'];
let boardOf: Given['boardOf'];
let titlesOn: Given['titlesOn'];
beforeAll(async () => {
  cloud = await startTestCloud();
  ({ who, top, team, written, boardOf, titlesOn, writing } = await teamWithBoard(cloud));
});
afterAll(() => cloud.stop());

describe('the human queue', () => {
  const waiting = async (title = '待看') =>
    (await written('这里有一句待复核的话', title)).bulletinId;
  const decide = (by: Person, bulletinId: string, decision: 'publish' | 'refuse') =>
    by.call('POST /bulletins/{bulletinId}/decision', {
      ...{ bulletinId, decision },
      ...(decision === 'refuse' && { reason: '时间写错了' }),
    });

  test('published by somebody with the role → on the board, in the audit log, and the author is told', async () => {
    const bulletinId = await waiting('放行的');
    expect(await decide(who.approver, bulletinId, 'publish')).toMatchObject({
      ...{ status: 200, body: { state: 'published' } },
    });
    expect(await titlesOn(who.member)).toContain('放行的');
    const { notices } = await who.author.ask('GET /me/notices', {});
    expect(notices[0]).toMatchObject({
      ...{ kind: 'bulletin', text: '您写的公告“放行的”已审核通过并发布。' },
      link: { page: '/bulletins/show/index', id: bulletinId },
    });
    const audits = (await itemsOf(`O#${team}`)).filter(({ sk }) => sk.startsWith('Z#'));
    expect(audits).toContainEqual(
      expect.objectContaining({
        ...{ action: 'bulletin_published', subjectId: bulletinId, by: who.approver.volunteerId },
        ...{ from: 'in_review', to: 'published' },
      }),
    );
  });

  test('refused → the reason to the author only; without a reason → request_invalid', async () => {
    const bulletinId = await waiting();
    const bare = await who.approver.call('POST /bulletins/{bulletinId}/decision', {
      ...{ bulletinId, decision: 'refuse' },
    });
    expect(bare.status).toBe(400);
    await decide(who.above, bulletinId, 'refuse');
    const shown = await who.author.ask('GET /bulletins/{bulletinId}', { bulletinId });
    expect(shown).toMatchObject({ state: 'refused', reason: '时间写错了', mayDecide: false });
  });

  test('the author, who is an approver, too → not_to_oneself', async () => {
    const bulletinId = await waiting();
    expect(await decide(who.author, bulletinId, 'publish')).toMatchObject({
      ...{ status: 403, body: { code: 'not_to_oneself' } },
    });
    const { bulletins } = await who.author.ask(
      'GET /organisations/{organisationId}/bulletin-queue',
      { organisationId: team, limit: 50 },
    );
    expect(bulletins.find((it) => it.bulletinId === bulletinId)?.own).toBe(true);
  });

  test('two decide at once → one wins, the other is told that it is closed; the winner may ask again', async () => {
    const bulletinId = await waiting();
    const [one, two] = await Promise.all([
      decide(who.approver, bulletinId, 'publish'),
      decide(who.above, bulletinId, 'refuse'),
    ]);
    const codes = [one, two].map(({ status }) => status).sort();
    expect(codes).toEqual([200, 409]);
    const winner = one.status === 200 ? who.approver : who.above;
    const word = one.status === 200 ? 'publish' : 'refuse';
    expect((await decide(winner, bulletinId, word)).status).toBe(200);
    const told = (await who.author.ask('GET /me/notices', { limit: 50 })).notices.filter(
      ({ link }) => link?.id === bulletinId,
    );
    expect(told).toHaveLength(1);
  });

  test('a queue above shows what waits below; a sibling’s shows nothing of it', async () => {
    const bulletinId = await waiting();
    const queueOf = async (person: Person, organisationId: string) =>
      (
        await person.ask('GET /organisations/{organisationId}/bulletin-queue', {
          ...{ organisationId, limit: 50 },
        })
      ).bulletins.map((it) => it.bulletinId);
    expect(await queueOf(who.above, top)).toContain(bulletinId);
    const beside = await organisation([[who.keeper, 'admin']], [top]);
    expect(await queueOf(who.keeper, beside)).toEqual([]);
  });
});

describe('taking down and pinning', () => {
  const pin = (bulletinId?: string, by = who.author) =>
    by.call('PUT /organisations/{organisationId}/pinned-bulletin', {
      ...{ organisationId: team },
      ...(bulletinId && { bulletinId }),
    });

  test('taken down → off the board and off the pin, the reason in the log, the author told', async () => {
    const { bulletinId } = await written('会撤下的', '会撤下的');
    await pin(bulletinId);
    expect((await boardOf(who.member)).body).toMatchObject({ pinned: { bulletinId } });
    const remove = () =>
      who.approver.ask('POST /bulletins/{bulletinId}/removal', { bulletinId, reason: '已过时' });
    expect(await remove()).toMatchObject({ state: 'taken_down', reason: '已过时' });
    expect(await remove()).toMatchObject({ state: 'taken_down' });
    expect((await boardOf(who.member)).body).not.toHaveProperty('pinned');
    expect(await titlesOn(who.member)).not.toContain('会撤下的');
    expect((await who.member.call('GET /bulletins/{bulletinId}', { bulletinId })).status).toBe(404);
    const told = (await who.author.ask('GET /me/notices', {})).notices[0];
    expect(told?.text).toBe('您写的公告“会撤下的”已被撤下：已过时');
  });

  test('one pin at a time; pinned anew, and taken off again', async () => {
    const [first, second] = [await written('一', '第一'), await written('二', '第二')];
    await pin(first.bulletinId);
    await pin(second.bulletinId);
    expect((await boardOf(who.member)).body).toMatchObject({ pinned: { title: '第二' } });
    await pin(undefined);
    expect((await boardOf(who.member)).body).not.toHaveProperty('pinned');
  });

  test('what is not published, or is another organisation’s, is not pinned', async () => {
    const { bulletinId } = await written('这里有一句待复核的话');
    expect(await pin(bulletinId)).toMatchObject({ body: { code: 'bulletin_closed' } });
    const other = await organisation([[who.author, 'organiser']], [top]);
    const elsewhere = await who.author.ask(writeRoute, {
      ...writing('别处的'),
      organisationId: other,
    });
    expect(await pin(elsewhere.bulletinId)).toMatchObject({ status: 404 });
  });
});
