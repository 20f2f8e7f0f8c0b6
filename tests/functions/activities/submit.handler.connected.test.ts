import type { Draft } from '#shared/drafts';
import { hourMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { organisation, publication, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;
let top: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  top = await organisation([]);
  organisationId = await organisation([[organiser, 'organiser']], [top]);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const drafted = (more: Partial<Draft> = {}) =>
  organiser.ask('POST /activities', { ...publication(cloud, { organisationId }), ...more });
type Known = Awaited<ReturnType<typeof drafted>>;
const submit = (draft: Known, who = organiser) =>
  who.call('POST /activities/{activityId}/submission', draft);
const refused = (status: number, code: string) => ({ status, body: { code } });
const queueOf = async (organisation: string, activityId: string) =>
  (await itemsOf(`O#${organisation}`)).filter(
    ({ sk, gx1pk }) => sk === `AR#${activityId}` && gx1pk !== undefined,
  );

test('handed in → in review, in the queue of its organisation and of the one above', async () => {
  const draft = await drafted();
  const answer = await submit(draft);
  expect(answer.body).toEqual({ ...draft, state: 'in_review', version: draft.version + 1 });
  expect(await submit(draft)).toEqual(answer);
  for (const path of [organisationId, top]) {
    expect(await queueOf(path, draft.activityId)).toMatchObject([{ title: '海边清洁' }]);
  }
});

const insurance = { insurer: '甲', policyNumber: '1', coverage: '意外' };
test.each([
  ['without a word of the risks', { risks: undefined }, 'risks_missing'],
  ['dangerous, without insurance', { dangerous: true }, 'insurance_missing'],
  ['rescue work, without insurance', { category: 'emergency' }, 'insurance_missing'],
  ['dangerous, with insurance', { dangerous: true, insurance }, undefined],
] as const)('%s → %s', async (_name, more, code) => {
  const draft = await drafted(more);
  const answer = await submit(draft);
  expect(answer).toMatchObject(code ? refused(409, code) : { status: 200 });
  expect(await queueOf(organisationId, draft.activityId)).toHaveLength(code ? 0 : 1);
});

test('an older version, one that is over by now, one that is not there', async () => {
  const draft = await drafted();
  const old = { ...draft, version: draft.version + 1 };
  expect(await submit(old)).toMatchObject(refused(409, 'activity_changed'));
  cloud.setTime(cloud.now() + 5 * hourMs);
  expect(await submit(draft)).toMatchObject(refused(409, 'shift_in_the_past'));
  const none = { ...draft, activityId: 'ffffffffffff' };
  expect(await submit(none)).toMatchObject(refused(404, 'not_found'));
});

test('a stranger and a mere member → not_found; an approver, who sees it → not_allowed', async () => {
  const [stranger, member, approver] = [
    await volunteer(cloud),
    await volunteer(cloud),
    await volunteer(cloud),
  ];
  const here = await organisation([
    [organiser, 'organiser'],
    [member, 'member', 'counter'],
    [approver, 'approver'],
  ]);
  const draft = await drafted({ organisationId: here });
  for (const who of [stranger, member]) {
    expect(await submit(draft, who)).toMatchObject(refused(404, 'not_found'));
    const { activityId } = draft;
    expect(await who.call('GET /activities/{activityId}', { activityId })).toMatchObject(
      refused(404, 'not_found'),
    );
  }
  expect(await submit(draft, approver)).toMatchObject(refused(403, 'not_allowed'));
});

test('an organisation that waits for its verification → recruits nobody', async () => {
  const young = await organisation([[organiser, 'organiser']]);
  const [about] = (await itemsOf(`O#${young}`)).filter(({ sk }) => sk === '#O');
  await putAll([{ ...about, state: 'pending' }]);
  const draft = await drafted({ organisationId: young });
  expect(await submit(draft)).toMatchObject(refused(409, 'organisation_not_active'));
});
