import { hourMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { handlerOf, startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, newcomer, organisation, volunteer } from '../../support/given';
import { allItems, itemsOf } from '../../support/items';
import { signUp, termsOf } from '../../support/sign-up';

let cloud: TestCloud;
let organiser: Person;
let host: string;
let leader: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  host = await organisation([[organiser, 'organiser']]);
  leader = await volunteer(cloud, '赵领队');
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

let phones = 0;
/** Somebody whose phone WeChat vouched for. */
async function verified(name: string) {
  const person = await newcomer(cloud);
  const phone = `139${String(++phones).padStart(8, '0')}`;
  const phoneCode = cloud.wechat.issuePhoneCode(phone);
  const rest = { district: '370202', birthMonth: '199003', consent: true } as const;
  await person.ask('POST /me', { name, phoneCode, ...rest });
  return { ...person, name, phone };
}
const published = (capacity = 10) =>
  activity(cloud, {
    ...{ organiser, organisationId: host, capacity },
    startsAt: cloud.now() + 96 * hourMs,
  });
type Named = { name: string; phone: string };
const bring = (
  who: Person,
  shiftId: string,
  organisationId: string,
  people: Named[],
  requestId = newRequestId(),
) =>
  who.call('POST /shifts/{shiftId}/group', {
    ...{ shiftId, requestId, organisationId },
    people: people.map(({ name, phone }) => ({ name, phone })),
  });
const outcomesOf = ({ body }: Awaited<ReturnType<typeof bring>>) =>
  'rows' in body ? body.rows.map(({ outcome }) => outcome) : [body.code];
const stateOf = async (who: Person, shiftId: string) =>
  (await who.ask('GET /shifts/{shiftId}/signup', { shiftId })).state;
const takenAt = async (shiftId: string) => (await itemsOf(`T#${shiftId}#C0`))[0]?.taken;

test('members with name and verified phone are asked; of all others nothing is said or kept', async () => {
  const [li, han, stranger, other] = await Promise.all(
    ['李雷', '韩梅梅', '陌生人', '王芳'].map(verified),
  );
  if (!li || !han || !stranger || !other) throw new Error('nobody');
  const company = await organisation([
    [leader, 'organiser'],
    [li, 'member'],
    [han, 'member'],
    [other, 'member'],
  ]);
  const { shiftId } = await published();
  const unknown = { name: '查无此人', phone: '13700001234' };
  const list = [li, han, { ...other, name: '别的名字' }, stranger, unknown, li];
  const requestId = newRequestId();
  const answer = await bring(leader, shiftId, company, list, requestId);
  expect(outcomesOf(answer)).toEqual([
    'asked',
    'asked',
    'unknown',
    'unknown',
    'unknown',
    'repeated',
  ]);
  expect('rows' in answer.body && answer.body.rows[1]).toMatchObject({
    maskedName: '韩*梅',
    maskedPhone: expect.stringMatching(/^139\*{6}\d\d$/),
  });
  expect(await takenAt(shiftId)).toBe(2);
  expect(await stateOf(li, shiftId)).toBe('asked');
  const table = JSON.stringify(await allItems());
  for (const canary of ['查无此人', '13700001234', '别的名字']) expect(table).not.toContain(canary);
  const notices = (await itemsOf(`V#${li.volunteerId}`)).filter(({ kind }) => kind === 'signup');
  expect(notices).toHaveLength(1);

  // The same list again: the same report, nobody asked twice, not even who has said no meanwhile.
  await han.ask('DELETE /shifts/{shiftId}/signup', { shiftId });
  expect(outcomesOf(await bring(leader, shiftId, company, list, requestId))).toEqual(
    outcomesOf(answer),
  );
  expect(await stateOf(han, shiftId)).toBe('withdrawn');
  expect(outcomesOf(await bring(leader, shiftId, company, [li], requestId))).toEqual([
    'request_differs',
  ]);
  // Another list: whoever said no is not asked again.
  expect(outcomesOf(await bring(leader, shiftId, company, [li, han]))).toEqual([
    'already',
    'already',
  ]);

  expect(await signUp(li, shiftId)).toEqual({ state: 'signed_up' });
  const record = (await itemsOf(`V#${li.volunteerId}`)).find(({ sk }) => sk.startsWith('R#'));
  expect(record).toMatchObject({ terms: await termsOf(li, shiftId) });
  await cloud.drain();
  expect(await takenAt(shiftId)).toBe(1);
});

test('two places, three members, sent twice at once → two asked in their order, one told full; unanswered, the places come back', async () => {
  const people = await Promise.all(['张一', '张二', '张三'].map(verified));
  const company = await organisation([
    [leader, 'admin'],
    ...people.map((one): [Person, 'member'] => [one, 'member']),
  ]);
  const { shiftId } = await published(2);
  const requestId = newRequestId();
  const answers = await Promise.all(
    [1, 2].map(() => bring(leader, shiftId, company, people, requestId)),
  );
  for (const answer of answers) expect(outcomesOf(answer)).toEqual(['asked', 'asked', 'full']);
  expect(await takenAt(shiftId)).toBe(2);
  cloud.setTime(cloud.now() + 49 * hourMs);
  await handlerOf('clock')({} as never, {} as never);
  await cloud.drain();
  expect(await Promise.all(people.map((one) => stateOf(one, shiftId)))).toEqual([
    'withdrawn',
    'withdrawn',
    undefined,
  ]);
  expect(await takenAt(shiftId)).toBe(0);
});

test('who may not → refused in the order of answers, nothing written', async () => {
  const li = await verified('李雷');
  const company = await organisation([
    [leader, 'organiser'],
    [li, 'member'],
  ]);
  const { shiftId, startsAt } = await published();
  const gone = '0123456789ab';
  expect(outcomesOf(await bring(leader, gone, company, [li]))).toEqual(['not_found']);
  expect(outcomesOf(await bring(leader, shiftId, gone, [li]))).toEqual(['not_found']);
  expect(outcomesOf(await bring(li, shiftId, company, [li]))).toEqual(['not_allowed']);
  expect(outcomesOf(await bring(organiser, shiftId, company, [li]))).toEqual(['not_allowed']);
  cloud.setTime(startsAt);
  expect(outcomesOf(await bring(leader, shiftId, company, [li]))).toEqual(['shift_in_the_past']);
  expect(await takenAt(shiftId)).toBe(0);
});
