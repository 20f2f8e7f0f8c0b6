import { profileKey } from '../../../functions/keys';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { volunteer } from '../../support/given';
import type { Team } from '../../support/given-settlements';
import {
  afterwards,
  changed,
  held,
  recordOf,
  settled,
  team,
} from '../../support/given-settlements';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

let cloud: TestCloud;
let staff: Team;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await team(cloud);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const ask = (shiftId: string, more: { cursor?: string; limit?: number } = {}) =>
  cloud.call('GET /shifts/{shiftId}/notice', { shiftId, ...more });

test('before the settlement there is no such list', async () => {
  const who = await volunteer(cloud);
  const { shiftId } = await held(cloud, staff, { who: [who], left: [who] });
  expect(await ask(shiftId)).toMatchObject({ status: 404 });
  expect(await ask('0123456789ab')).toMatchObject({ status: 404 });
});

test('open to anyone: masked names, a number for whoever is under 18, who typed what, and how much came late', async () => {
  const [grown, child, typed, off] = [
    await volunteer(cloud, '李雷雷'),
    await volunteer(cloud, '林小海'),
    await volunteer(cloud, '王桂芳'),
    await volunteer(cloud, '没来的'),
  ];
  const people = [grown, child, typed, off];
  const { shiftId, ...rest } = await held(cloud, staff, { who: people, left: people });
  const place = profileKey(child.volunteerId);
  const [profile] = (await itemsOf(place.pk)).filter(({ sk }) => sk === place.sk);
  await putAll([{ ...profile, birthMonth: '201203' }]);
  const { outEvidence } = await recordOf(grown, shiftId);
  if (outEvidence) await changed(grown, { shiftId, outEvidence: { ...outEvidence, late: true } });
  const by = staff.organiser.volunteerId;
  const approvedBy = staff.approver.volunteerId;
  const typing = {
    typedId: 'a'.repeat(12),
    by,
    approvedBy,
    at: 0,
    reason: 'no_phone',
    note: '老人没有手机',
  } as const;
  await changed(typed, { shiftId, typing, grade: 'E' });
  await changed(off, { shiftId, state: 'declined' });
  await afterwards(cloud, { shiftId, ...rest });
  await settled(cloud, staff, { shiftId });

  const answer = await ask(shiftId);
  if (answer.status !== 200) throw new Error('no list');
  expect(answer.body).toMatchObject({ share: { rows: 3, late: 1, typed: 1 } });
  const { rows } = answer.body as Extract<typeof answer.body, { rows: unknown }>;
  expect(rows).toHaveLength(3);
  expect(rows.find(({ maskedName }) => maskedName === '李*雷')).toMatchObject({
    creditedMinutes: 120,
    out: { late: true },
  });
  expect(rows.find(({ grade }) => grade === 'E')).toMatchObject({
    typed: { reason: 'no_phone', by: '王*织', approvedBy: '刘*核' },
  });
  const numbered = rows.filter(({ maskedName }) => maskedName === undefined);
  expect(numbered).toHaveLength(1);
  expect(numbered[0]?.number).toBeGreaterThan(9_999);
  const said = JSON.stringify(answer.body);
  for (const { volunteerId } of people) expect(said).not.toContain(volunteerId);
  expect(said).not.toMatch(/林/);
});

test('in pages, each person once, with the share only on the first', async () => {
  const people = [await volunteer(cloud), await volunteer(cloud), await volunteer(cloud)];
  const shift = await held(cloud, staff, { who: people, left: people });
  await afterwards(cloud, shift);
  await settled(cloud, staff, shift);
  const seen = new Set<string>();
  let cursor: string | undefined;
  let pages = 0;
  do {
    const { body } = await ask(shift.shiftId, { limit: 2, ...(cursor && { cursor }) });
    const page = body as { rows: { rowId: string }[]; cursor?: string; share?: object };
    expect(page.share !== undefined).toBe(pages === 0);
    for (const { rowId } of page.rows) seen.add(rowId);
    cursor = page.cursor;
    pages += 1;
  } while (cursor !== undefined && pages < 5);
  expect(seen.size).toBe(3);
  expect(await ask(shift.shiftId, { cursor: 'x-y' })).toMatchObject({ status: 400 });
});
