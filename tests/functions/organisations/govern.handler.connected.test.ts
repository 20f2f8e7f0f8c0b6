import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, publication, volunteer } from '../../support/given';
import type { Given } from '../../support/given-organisations';
import { given, proposal } from '../../support/given-organisations';
import { itemsOf } from '../../support/items';
import { deliverAgain } from '../../support/redelivery';

const freeze = 'PUT /organisations/{organisationId}/freeze';
const move = 'PUT /organisations/{organisationId}/parent';
let cloud: TestCloud;
let head: Person;
let city: Given;
beforeAll(async () => {
  cloud = await startTestCloud();
  head = await volunteer(cloud, '吴海平');
  city = await given({ kind: 'federation', members: [[head, 'admin']] });
});
afterAll(() => cloud.stop());

const pathOf = async ({ organisationId }: Given) => {
  const [organisation] = (await itemsOf(`O#${organisationId}`)).filter(({ sk }) => sk === '#O');
  return organisation?.path;
};
const to = (what: Given, parent: Given) => ({
  ...{ organisationId: what.organisationId, parentId: parent.organisationId, reason: '归口管理' },
});

describe('freezing', () => {
  test('by an admin above → its people may do nothing, below neither; freed, all is as before', async () => {
    const [chief, organiser] = [await volunteer(cloud), await volunteer(cloud)];
    const corps = await given({ kind: 'corps', under: city, members: [[chief, 'admin']] });
    const team = await given({ kind: 'team', under: corps, members: [[organiser, 'organiser']] });
    const there = { organisationId: corps.organisationId, reason: '年检不合格' };
    const draft = () => organiser.call('POST /activities', publication(cloud, team));
    expect((await draft()).status).toBe(200);
    expect((await chief.call(freeze, { ...there, frozen: true })).body).toMatchObject({
      code: 'not_allowed',
    });
    const both = [
      head.ask(freeze, { ...there, frozen: true }),
      head.ask(freeze, { ...there, frozen: true }),
    ];
    expect(await Promise.all(both)).toEqual([{ state: 'frozen' }, { state: 'frozen' }]);
    expect((await draft()).status).toBe(403);
    const members = { organisationId: corps.organisationId };
    const seen = await chief.call('GET /organisations/{organisationId}/members', members);
    expect(seen.status).toBe(403);
    const shown = await cloud.call('GET /organisations/{organisationId}', members);
    expect(shown.body).toMatchObject({ state: 'frozen' });
    await head.ask(freeze, { ...there, frozen: false });
    expect((await draft()).status).toBe(200);
    const log = await head.ask('GET /organisations/{organisationId}/audits', members);
    expect(log.audits).toMatchObject([
      { what: '解除冻结', from: '已冻结', to: '正常' },
      { what: '冻结组织', from: '正常', to: '已冻结', why: '年检不合格' },
    ]);
  });

  test('the top of the tree → by nobody', async () => {
    const there = { organisationId: city.organisationId, frozen: true, reason: '无' };
    expect((await head.call(freeze, there)).body).toMatchObject({ code: 'not_allowed' });
  });
});

describe('moving', () => {
  test('with all below it → the paths follow, level by level, and roles with them', async () => {
    const [boss, organiser] = [await volunteer(cloud), await volunteer(cloud)];
    const from = await given({ kind: 'corps', under: city, members: [[boss, 'admin']] });
    const into = await given({ kind: 'corps', under: city });
    const brigade = await given({ kind: 'brigade', under: from });
    const team = await given({ kind: 'team', under: brigade });
    const squads = [
      await given({ kind: 'squad', under: team }),
      await given({ kind: 'squad', under: team }),
    ];
    const waiting = await organiser.ask('POST /organisations', proposal(team));
    await head.ask(move, to(brigade, into));
    await cloud.drain();
    const path = [...into.path, brigade.organisationId, team.organisationId];
    expect(await pathOf(team)).toEqual(path);
    for (const { organisationId } of [...squads, waiting]) {
      expect(await pathOf({ organisationId } as Given)).toEqual([...path, organisationId]);
    }
    const seen = await boss.call('GET /organisations/{organisationId}/members', {
      organisationId: team.organisationId,
    });
    expect(seen.status).toBe(403);
    const { organisations } = await head.ask('GET /organisations/{organisationId}/children', {
      organisationId: into.organisationId,
    });
    expect(organisations.map((one) => one.organisationId)).toEqual([brigade.organisationId]);
    for (const { organisationId } of [brigade, from, into]) {
      const log = await head.ask('GET /organisations/{organisationId}/audits', { organisationId });
      expect(log.audits).toMatchObject([
        { what: '移动组织', from: from.name, to: into.name, why: '归口管理' },
      ]);
    }
    const before = await itemsOf(`O#${team.organisationId}`);
    expect((await deliverAgain()).dead).toEqual([]);
    expect(await itemsOf(`O#${team.organisationId}`)).toEqual(before);
  });

  test('what its team had drafted and told → is for the staff of now; what was approved, for those who did', async () => {
    const [boss, chief, organiser] = [
      await volunteer(cloud),
      await volunteer(cloud),
      await volunteer(cloud),
    ];
    const from = await given({ kind: 'corps', under: city, members: [[boss, 'member', 'admin']] });
    const into = await given({ kind: 'corps', under: city, members: [[chief, 'member', 'admin']] });
    const team = await given({ kind: 'team', under: from, members: [[organiser, 'organiser']] });
    const { organisationId } = team;
    const { shiftId } = await activity(cloud, { organiser, organisationId });
    const draft = await organiser.ask('POST /activities', publication(cloud, { organisationId }));
    const { bulletinId } = await organiser.ask('POST /organisations/{organisationId}/bulletins', {
      ...{ organisationId, requestId: newRequestId(), title: '周六集合', text: '早上八点集合' },
      loginCode: cloud.wechat.issueLoginCode(organiser.openid),
    });
    await head.ask(move, to(team, into));
    await cloud.drain();

    const answers = async (who: Person) => [
      (await who.call('GET /shifts/{shiftId}/roster', { shiftId })).status,
      (await who.call('GET /activities/{activityId}', { activityId: draft.activityId })).status,
      (await who.call('GET /bulletins/{bulletinId}', { bulletinId })).status,
      (await who.call('POST /activities/{activityId}/submission', draft)).status,
      (await who.call('POST /bulletins/{bulletinId}/removal', { bulletinId, reason: '过期' }))
        .status,
    ];
    expect(await answers(boss)).toEqual([200, 404, 404, 404, 404]);
    expect(await answers(chief)).toEqual([403, 200, 200, 200, 200]);
    const reviews = await chief.ask('GET /organisations/{organisationId}/reviews', {
      organisationId: into.organisationId,
    });
    expect(JSON.stringify(reviews)).toContain(draft.activityId);
    await head.ask(move, to(team, from));
    await cloud.drain();
    const version = draft.version + 1;
    const approval = { activityId: draft.activityId, version, verdict: 'approve' as const };
    const late = await chief.call('POST /activities/{activityId}/decision', approval);
    expect(late).toMatchObject({ status: 404, body: { code: 'not_found' } });
    await boss.ask('POST /activities/{activityId}/decision', approval);
    const shown = await boss.ask('GET /activities/{activityId}', { activityId: draft.activityId });
    const there = { shiftId: shown.shifts[0]?.shiftId ?? '' };
    expect((await boss.call('GET /shifts/{shiftId}/roster', there)).status).toBe(200);
    expect((await chief.call('GET /shifts/{shiftId}/roster', there)).status).toBe(403);
    const left = await chief.ask('GET /organisations/{organisationId}/reviews', {
      organisationId: into.organisationId,
    });
    expect(JSON.stringify(left)).not.toContain(draft.activityId);
  });

  test('an admin of one of the two parents only → not allowed', async () => {
    const [left, right] = [await volunteer(cloud), await volunteer(cloud)];
    const from = await given({ kind: 'corps', under: city, members: [[left, 'admin']] });
    const into = await given({ kind: 'corps', under: city, members: [[right, 'admin']] });
    const team = await given({ kind: 'team', under: from, members: [[right, 'admin']] });
    for (const who of [left, right]) {
      expect((await who.call(move, to(team, into))).body).toMatchObject({ code: 'not_allowed' });
    }
    expect((await head.call(move, to(city, into))).body).toMatchObject({ code: 'not_allowed' });
    expect(await head.ask(move, to(team, from))).toEqual({ done: true });
  });

  test('into what lies below it, to where it does not fit, or too deep → the reason', async () => {
    let deep = await given({ kind: 'company', under: city });
    const high = deep;
    for (let depth = 3; depth <= 6; depth++) deep = await given({ kind: 'company', under: deep });
    const other = await given({ kind: 'company', under: city });
    const below = await given({ kind: 'company', under: other });
    await given({ kind: 'team', under: below });
    const squad = await given({ kind: 'squad', under: high });
    const cases = [
      [high, deep, 'move_in_circle'],
      [high, high, 'move_in_circle'],
      [other, squad, 'kind_unfit'],
      [other, deep, 'tree_too_deep'],
    ] as const;
    for (const [what, parent, code] of cases) {
      expect((await head.call(move, to(what, parent))).body).toMatchObject({ code });
    }
    expect(await head.ask(move, to(below, deep))).toEqual({ done: true });
    await cloud.drain();
  });

  test('two under each other at once → one wins, and there is no circle', async () => {
    const one = await given({ kind: 'company', under: city });
    const two = await given({ kind: 'company', under: city });
    const [inOne, inTwo] = [
      await given({ kind: 'company', under: one }),
      await given({ kind: 'company', under: two }),
    ];
    const both = await Promise.all([
      head.call(move, to(one, inTwo)),
      head.call(move, to(two, inOne)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'move_in_circle',
    });
    await cloud.drain();
    const paths = [await pathOf(one), await pathOf(two)].map((path) => (path as string[]).length);
    expect(paths.sort()).toEqual([2, 4]);
  });
});
