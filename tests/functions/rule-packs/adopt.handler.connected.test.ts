import { dayMs, dayOf, startOfDay } from '#shared/time';
import { simulationKey } from '../../../functions/evidence-keys';
import { begun } from '../../../functions/rule-packs/simulation.rules';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, volunteer } from '../../support/given';
import { given, makeCity } from '../../support/given-organisations';
import { draftOfPack } from '../../support/given-packs';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

const show = 'GET /rule-packs/{packId}/{version}';
const simulate = 'POST /rule-packs/{packId}/{version}/simulation';
const adopt = 'POST /rule-packs/{packId}/{version}/adoption';
let cloud: TestCloud;
let author: Person;
let other: Person;
let third: Person;
let rootId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  author = await volunteer(cloud, '吴海平');
  other = await volunteer(cloud, '周正');
  third = await volunteer(cloud, '郑凯');
  const root = await given({
    kind: 'federation',
    members: [author, other, third].map((one) => [one, 'member', 'admin']),
  });
  await makeCity(root);
  rootId = root.organisationId;
});
afterAll(() => cloud.stop());

const begins = () => dayOf(cloud.now() + 20 * dayMs);
const write = (more = {}) =>
  author.ask('POST /rule-packs', {
    ...{ requestId: newRequestId(), packId: 'qingdao' },
    draft: draftOfPack({ validFrom: begins(), ...more }),
  });
const reason = '全市统一';
const tried = async (one: { packId: string; version: number }) => {
  await author.ask(simulate, { ...one, requestId: newRequestId() });
  await cloud.drain();
};
/** A pack that was written, and whose trial is noted as done: the year itself is walked once, below. */
async function candidate(more = {}) {
  const one = await write(more);
  const asked = { packId: one.packId, packVersion: one.version, startedBy: '', runId: '' };
  const job = begun(asked, 1, cloud.now());
  await putAll([{ ...simulationKey(one.packId, one.version), ...job, state: 'done' }]);
  return one;
}

test('a guest reads the packs that hold, with their rules in examples', async () => {
  const { body } = await cloud.call('GET /rule-packs', {});
  expect(body).toMatchObject({ mayWrite: false });
  const { packs } = body as { packs: { packId: string; standing: string; examples: object[] }[] };
  expect(packs.map(({ packId }) => packId)).toEqual(
    expect.arrayContaining(['standard', 'qingdao', 'jiaozhou-2015', 'chongqing', 'zhangjiagang']),
  );
  expect(packs.find(({ packId }) => packId === 'qingdao')).toMatchObject({
    standing: 'in_force',
    examples: expect.arrayContaining([{ servedMinutes: 25, countedMinutes: 30 }]),
  });
});

test('the same request again → the same version; the next one → the next version', async () => {
  const request = { requestId: newRequestId(), packId: 'laoshan', draft: draftOfPack() };
  const asked = await Promise.all([1, 2, 3].map(() => author.ask('POST /rule-packs', request)));
  expect(asked).toEqual(asked.map(() => ({ packId: 'laoshan', version: 1 })));
  const next = { ...request, requestId: newRequestId() };
  expect(await author.ask('POST /rule-packs', next)).toMatchObject({ version: 2 });
});

test('a candidate → seen by those who write packs, and by nobody else', async () => {
  const one = await write();
  const { packs } = await other.ask('GET /rule-packs', {});
  const mine = packs.find(({ version }) => version === one.version);
  expect(mine).toMatchObject({ packId: 'qingdao', standing: 'candidate' });
  expect(await author.ask(show, one)).toMatchObject({ mine: true, may: { adopt: false } });
  const stranger = await volunteer(cloud);
  for (const asked of [
    await stranger.call(show, one),
    await stranger.call(adopt, { ...one, reason }),
    await stranger.call(simulate, { ...one, requestId: newRequestId() }),
  ]) {
    expect(asked).toMatchObject({ status: 404, body: { code: 'not_found' } });
  }
  const { packs: known } = await stranger.ask('GET /rule-packs', {});
  expect(known.filter(({ standing }) => standing === 'candidate')).toEqual([]);
});

test('today is too early for a new pack: what is published today has its own already', async () => {
  const draft = draftOfPack({ validFrom: dayOf(cloud.now()) });
  const request = { requestId: newRequestId(), packId: 'qingdao', draft };
  const answer = await author.call('POST /rule-packs', request);
  expect(answer).toMatchObject({ status: 422, body: { code: 'pack_begins_too_early' } });
});

test('no author adopts their own; nobody adopts what was not tried', async () => {
  const one = await write();
  const asked = { ...one, reason };
  expect((await author.call(adopt, asked)).body).toMatchObject({ code: 'not_to_oneself' });
  expect((await other.call(adopt, asked)).body).toMatchObject({ code: 'pack_not_simulated' });
  await tried(one);
  expect(await other.ask(show, one)).toMatchObject({ simulated: true, may: { adopt: true } });
  expect((await author.call(adopt, asked)).body).toMatchObject({ code: 'not_to_oneself' });
  const before = cloud.now();
  cloud.setTime(before + 21 * dayMs);
  expect((await other.call(adopt, asked)).body).toMatchObject({ code: 'pack_begins_too_early' });
  cloud.setTime(before);
});

test('two adopt at once → one does, and the log has one line', async () => {
  const one = await candidate({ region: '999' });
  const asked = { ...one, reason };
  const answers = await Promise.all([other.call(adopt, asked), third.call(adopt, asked)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'pack_adopted',
  });
  const winner = answers[0]?.status === 200 ? other : third;
  expect(await winner.ask(adopt, asked)).toMatchObject({ validFrom: begins() });
  const adopted = (await itemsOf('RP')).flatMap((it) => it.adopted as { version: number }[]);
  expect(adopted.filter(({ version }) => version === one.version)).toHaveLength(1);
  const { audits } = await author.ask('GET /organisations/{organisationId}/audits', {
    organisationId: rootId,
  });
  const lines = audits.filter(({ what }) => what === '采用规则包');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ secondByName: '吴*平', why: reason });
});

test('story 44: adopted → later shifts have the new version, older ones keep theirs', async () => {
  const organiser = await volunteer(cloud);
  const team = await given({ kind: 'team', members: [[organiser, 'member', 'organiser']] });
  const from = startOfDay(begins());
  const at = (startsAt: number) =>
    activity(cloud, { organiser, organisationId: team.organisationId, startsAt });
  const packOf = async (shiftId: string) =>
    (await itemsOf(`T#${shiftId}`)).find(({ sk }) => sk === '#T')?.pack;
  const before = await at(from + dayMs);
  const one = await candidate();
  const untouched = await at(from + dayMs);
  await other.ask(adopt, { ...one, reason });
  const eve = await at(from - dayMs / 2);
  const first = await at(from + dayMs / 2);
  expect(await packOf(before.shiftId)).toEqual({ id: 'qingdao', version: 1 });
  expect(await packOf(untouched.shiftId)).toEqual({ id: 'qingdao', version: 1 });
  expect(await packOf(eve.shiftId)).toEqual({ id: 'qingdao', version: 1 });
  expect(await packOf(first.shiftId)).toEqual({ id: 'qingdao', version: one.version });
  expect(await author.ask(show, one)).toMatchObject({ standing: 'coming' });
  const { body } = await cloud.call(show, { packId: 'qingdao', version: '1' });
  expect(body).toMatchObject({ standing: 'in_force', validUntil: dayOf(from - dayMs) });
});
