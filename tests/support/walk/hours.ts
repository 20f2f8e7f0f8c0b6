import { dayMs, monthOf } from '#shared/time';
import { growRoots } from '../../../functions/roots/grow';
import { organisation, volunteer } from '../given';
import { credited } from '../given-hours';
import type { Counting } from './counting';
import { setNoon } from './counting';

/** What one looks up about hours afterwards: a record, the totals, the roots and a proof. */
export async function walkHours({ cloud, cost }: Counting): Promise<void> {
  setNoon(cloud);
  await growRoots({ now: cloud.now() });
  const who = await volunteer(cloud);
  const organisationId = await organisation([[who, 'admin']]);
  const { shiftId, entry } = await credited(who.volunteerId, {
    ...{ name: 'walk', path: [organisationId] },
  });
  await cloud.drain();
  await cost(who, 'GET /me/records/{shiftId}', { request: { shiftId } });
  await cost(who, 'GET /me/totals', { request: {} });
  await cost(who, 'GET /organisations/{organisationId}/totals', { request: { organisationId } });
  await cost(who, 'GET /districts/{district}/totals', { request: { district: '370202' } });
  await cost(who, 'GET /totals', { request: {} });
  const month = monthOf(cloud.now());
  cloud.setTime(cloud.now() + dayMs);
  await growRoots({ now: cloud.now() });
  const { roots } = await cost(who, 'GET /roots', { request: { month } });
  await cost(who, 'GET /roots/{day}', { request: { day: roots[0]?.day ?? '20261124' } });
  await cost(who, 'GET /me/hours/{sequence}/proof', { request: { sequence: entry } });
}
