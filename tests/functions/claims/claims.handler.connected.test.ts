import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { injectFaults } from '../../support/faults';
import type { Person } from '../../support/given';
import { activity, codeShown, newcomer, organisation, volunteer } from '../../support/given';
import { allItems, itemsOf } from '../../support/items';

const confirmation = 'POST /claims/{claimId}/confirmation';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;

beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  organisationId = await organisation([[organiser, 'organiser']]);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

async function shownCheckin() {
  const shift = await activity(cloud, { organiser, organisationId, capacity: 300 });
  cloud.setTime(shift.startsAt - minuteMs);
  const { token } = await codeShown(organiser, shift.shiftId, { kind: 'checkin' });
  return { ...shift, token };
}

const registration = {
  name: '韩梅梅',
  phoneNumber: '13912345678',
  district: '370202',
  birthMonth: '199105',
  consent: true,
} as const;

test('newcomer scans first, registers minutes later → checked in at the time of the scan', async () => {
  const { token } = await shownCheckin();
  const scannedAt = cloud.now();
  const code = cloud.wechat.issueLoginCode('openid-new');
  const claim = await cloud.call('POST /claims', { token, code });
  expect(claim).toMatchObject({ status: 200, body: { kind: 'checkin', title: '海边清洁' } });
  const { claimId } = claim.body as { claimId: string };

  cloud.setTime(cloud.now() + 9 * minuteMs);
  const who = await newcomer(cloud, 'openid-new');
  const confirm = () => who.call(confirmation, { claimId, scanId: newRequestId() });
  expect(await confirm()).toMatchObject({ status: 403, body: { code: 'not_registered' } });
  await who.ask('POST /me', registration);
  const receipt = await confirm();
  expect(receipt).toMatchObject({ status: 200, body: { status: 'checked_in', walkIn: true } });
  expect((receipt.body as { inAt: number }).inAt - scannedAt).toBeLessThan(5_000);
  cloud.setTime(cloud.now() + 60 * minuteMs);
  expect((await confirm()).status).toBe(200);
});

test('after ten minutes → expired, nothing written for the volunteer', async () => {
  const { token } = await shownCheckin();
  const who = await volunteer(cloud);
  const code = cloud.wechat.issueLoginCode(who.openid);
  const { body } = await cloud.call('POST /claims', { token, code });
  cloud.setTime(cloud.now() + 10 * minuteMs + 1);
  const { claimId } = body as { claimId: string };
  expect(await who.call(confirmation, { claimId, scanId: newRequestId() })).toMatchObject({
    status: 410,
    body: { code: 'claim_expired' },
  });
  expect((await itemsOf(`V#${who.volunteerId}`)).filter(({ sk }) => sk.startsWith('R#'))).toEqual(
    [],
  );
});

test("another person's claim → not found, whoever asks and however", async () => {
  const { token } = await shownCheckin();
  const [mine, thief] = [await volunteer(cloud), await volunteer(cloud)];
  const code = cloud.wechat.issueLoginCode(mine.openid);
  const { body } = await cloud.call('POST /claims', { token, code });
  const { claimId } = body as { claimId: string };
  const scanId = newRequestId();
  for (const more of [{}, { browserKey: 'A'.repeat(32) }]) {
    expect(await thief.call(confirmation, { claimId, scanId, ...more })).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
  }
  await mine.ask(confirmation, { claimId, scanId });
});

test('a claim from a browser is bound to its key, and never better than C', async () => {
  const { token, shiftId, endsAt } = await shownCheckin();
  const browserKey = `${'Zq3-_'.repeat(6)}ab`;
  const { body } = await cloud.call('POST /claims', { token, browserKey });
  const { claimId } = body as { claimId: string };
  const who = await volunteer(cloud);
  const scanId = newRequestId();
  expect(await who.call(confirmation, { claimId, scanId })).toMatchObject({
    status: 404,
  });
  await who.ask(confirmation, { claimId, scanId, browserKey });
  const other = await volunteer(cloud);
  expect(await other.call(confirmation, { claimId, scanId, browserKey })).toMatchObject({
    status: 404,
  });
  cloud.setTime(endsAt);
  const out = await codeShown(organiser, shiftId, { kind: 'checkout' });
  const receipt = await who.ask('POST /checkins', { scanId: newRequestId(), token: out.token });
  expect(receipt.grade).toBe('C');
});

test('two people on one browser, one after the other → each their own record by their own scan', async () => {
  const { token, shiftId } = await shownCheckin();
  const browserKey = 'C'.repeat(32);
  const claimed = async () => {
    const { body } = await cloud.call('POST /claims', { token, browserKey });
    return (body as { claimId: string }).claimId;
  };
  const people = [await volunteer(cloud), await volunteer(cloud)];
  for (const who of people) {
    const request = { claimId: await claimed(), scanId: newRequestId(), browserKey };
    expect(await claimed()).toBe(request.claimId);
    expect(await who.call(confirmation, request)).toMatchObject({ status: 200 });
    expect(await who.call(confirmation, request)).toMatchObject({ status: 200 });
  }
  const { rows } = await organiser.ask('GET /shifts/{shiftId}/roster', { shiftId });
  expect(rows.map(({ volunteerId }) => volunteerId).sort()).toEqual(
    people.map(({ volunteerId }) => volunteerId).sort(),
  );
});

test('stale, forged and printed codes → refused before anything is kept', async () => {
  const { token, shiftId } = await shownCheckin();
  const browserKey = 'B'.repeat(32);
  const before = (await allItems()).length;
  const code = async (shown: string) => {
    const answer = await cloud.call('POST /claims', { token: shown, browserKey });
    return 'code' in answer.body ? answer.body.code : answer.status;
  };
  expect(await code(`${token.slice(0, 27)}${token.endsWith('A') ? 'B' : 'A'}`)).toBe('code_forged');
  cloud.setTime(cloud.now() + 60_000);
  expect(await code(token)).toBe('code_stale');
  expect(shiftId).toMatch(/^[0-9a-f]{12}$/);
  expect((await allItems()).length).toBe(before);
});

test('200 parallel confirmations, every tenth commit conflicting → one record, one place, one receipt', async () => {
  const { token, shiftId } = await shownCheckin();
  const who = await volunteer(cloud);
  const code = cloud.wechat.issueLoginCode(who.openid);
  const { body } = await cloud.call('POST /claims', { token, code });
  const { claimId } = body as { claimId: string };
  const faults = injectFaults('TransactWriteItemsCommand', (count) =>
    count % 10 === 1
      ? new TransactionCanceledException({
          message: 'conflict',
          $metadata: {},
          CancellationReasons: [{ Code: 'TransactionConflict' }],
        })
      : undefined,
  );
  /** As a phone does: whoever is told to come again comes again, under the same id. */
  const confirmed = async (): Promise<number> => {
    const request = { claimId, scanId: newRequestId() };
    for (let attempt = 1; attempt <= 40; attempt++) {
      const { status, body: answer } = await who.call(confirmation, request);
      if (status === 200) return (answer as { inAt: number }).inAt;
      if (status !== 503 && status !== 429) throw new Error(JSON.stringify(answer));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    throw new Error('busy for ever');
  };
  const times = await Promise.all(Array.from({ length: 200 }, confirmed));
  faults.remove();
  expect(faults.count()).toBeGreaterThan(0);
  expect(new Set(times).size).toBe(1);
  const own = await itemsOf(`V#${who.volunteerId}`);
  expect(own.filter(({ sk }) => sk.startsWith('R#'))).toHaveLength(1);
  const places = (await allItems()).filter(({ pk }) => pk.startsWith(`T#${shiftId}#C`));
  expect(places.reduce((sum, { taken }) => sum + Number(taken), 0)).toBe(1);
}, 120_000);
