import { dayOf, hourMs, minuteMs, monthOf, startOfDay } from '#shared/time';
import { idFor } from '../../../functions/platform/ids';
import { differencesIn, recount } from '../../../functions/totals/recount';
import { minutesOf, monthsOf, sumOf } from '../../../functions/totals/totals.table';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { organisation, volunteer } from '../../support/given';
import { corrected, credited, path } from '../../support/given-hours';
import { putAll } from '../../support/put-all';
import { deliverAgain } from '../../support/redelivery';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  cloud.setTime(startOfDay(dayOf(Date.now())) + 12 * hourMs);
});
afterAll(() => cloud.stop());

const month = () => monthOf(cloud.now());
const none = { A: 0, B: 0, C: 0, D: 0, E: 0, imported: 0 };
const [top, middle, own] = path as [string, string, string];

/** A line of chances that is the same each time. */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test('a credited service counts in each of its scopes, by its grade', async () => {
  const who = idFor('one');
  await credited(who, { name: 'one', minutes: 120 });
  await credited(who, { name: 'two', minutes: 60, by: 'confirmed' });
  await cloud.drain();
  const minutes = { ...none, C: 120, D: 60 };
  for (const scope of [
    `volunteer:${who}`,
    `organisation:${top}`,
    `organisation:${middle}`,
    `organisation:${own}`,
    'district:370202',
    'city',
  ] as const) {
    expect(await minutesOf(scope, month())).toEqual(minutes);
    expect(await sumOf(scope, month())).toEqual({ ...minutes, services: 2 });
  }
  expect(await minutesOf('city', '202001')).toEqual(none);
});

test('a correction takes out what was there and puts the right minutes in; none takes the service out', async () => {
  const [who, under] = [idFor('corrected'), [top, '00000000000e']];
  const first = await credited(who, { name: 'first', minutes: 120, path: under });
  await corrected(who, { shift: first.shift, minutes: 60 });
  const second = await credited(who, { name: 'second', minutes: 30, path: under });
  await corrected(who, { shift: second.shift, minutes: undefined });
  await cloud.drain();
  expect(await sumOf('organisation:00000000000e', month())).toEqual({
    ...{ ...none, C: 60 },
    services: 1,
  });
  expect(await monthsOf(`volunteer:${who}`, 3)).toEqual([
    { month: month(), sum: { ...none, C: 60, services: 1 } },
  ]);
});

test('the stream delivers everything twice → the same sums', async () => {
  await credited(idFor('twice'), { name: 'twice' });
  await cloud.drain();
  const before = await sumOf('city', month());
  const { read, dead } = await deliverAgain();
  expect(read).toBeGreaterThan(5);
  expect(dead).toEqual([]);
  expect(await sumOf('city', month())).toEqual(before);
});

test('after a random history the sums are what the ledger gives, for everybody', async () => {
  const chance = chances(20_261_124);
  const done: { who: string; shift: Awaited<ReturnType<typeof credited>>['shift'] }[] = [];
  for (let n = 0; n < 60; n++) {
    const who = idFor('random', String(chance(9)));
    const known = done[chance(done.length)];
    if (known && chance(4) === 0) {
      await corrected(known.who, {
        shift: known.shift,
        minutes: [undefined, 30, 90][chance(3)],
      }).catch(() => undefined); // Taken out before: there is nothing left to correct.
      continue;
    }
    const { shift } = await credited(who, {
      name: `random ${n}`,
      minutes: 10 + chance(100),
      district: (['370202', '370281', '370285'] as const)[chance(3)] ?? '370202',
      path: [top, `0000000000d${chance(6)}`],
      ...(chance(5) === 0 && { typed: true as const }),
      by: (['token', 'digits', 'countersign', 'confirmed'] as const)[chance(4)] ?? 'token',
    });
    done.push({ who, shift });
    cloud.setTime(cloud.now() + minuteMs);
  }
  await cloud.drain();
  const counted = await recount(month());
  expect(counted.size).toBeGreaterThan(15);
  expect(await differencesIn(month())).toEqual([]);
  const city = counted.get('city');
  expect(Object.values(city ?? {}).filter((sum) => sum > 0).length).toBeGreaterThan(3);
});

test('a sum that somebody changed by hand is found', async () => {
  await putAll([{ pk: 'STAT#city', sk: `${month()}#0`, month: month(), A: 9_999 }]);
  expect((await differencesIn(month())).map(({ scope }) => scope)).toEqual(['city']);
});

describe('routes', () => {
  test('one’s own months, those of an organisation with all below it, a district, the city', async () => {
    const [who, admin] = [await volunteer(cloud), await volunteer(cloud)];
    const organisationId = await organisation([[admin, 'admin']]);
    const under = { path: [organisationId, '0000000000ff'], district: '370214' as const };
    await credited(who.volunteerId, { name: 'route', minutes: 60, typed: true, ...under });
    await cloud.drain();
    const row = { month: month(), minutes: { ...none, E: 60 }, services: 1 };
    expect(await who.ask('GET /me/totals', {})).toEqual({ months: [row] });
    const shown = await admin.ask('GET /organisations/{organisationId}/totals', { organisationId });
    expect(shown).toEqual({ name: expect.any(String), months: [row] });
    const district = { district: '370214' } as const;
    expect(await cloud.call('GET /districts/{district}/totals', district)).toMatchObject({
      ...{ status: 200, body: { months: [row] } },
    });
    expect(await cloud.call('GET /totals', { months: 1 })).toMatchObject({ status: 200 });
  });

  test('nobody else’s: 404; no such organisation: 404; no session: 401; too many months: 400', async () => {
    const who = await volunteer(cloud);
    const other = await volunteer(cloud);
    const forVolunteerId = other.volunteerId;
    expect(await who.call('GET /me/totals', { forVolunteerId })).toMatchObject({ status: 404 });
    expect(await cloud.call('GET /me/totals', {})).toMatchObject({ status: 401 });
    const organisationId = '0123456789ab';
    expect(
      await cloud.call('GET /organisations/{organisationId}/totals', { organisationId }),
    ).toMatchObject({ status: 404 });
    expect(await cloud.call('GET /totals', { months: 37 })).toMatchObject({ status: 400 });
  });
});
