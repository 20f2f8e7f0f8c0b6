import { newRequestId } from '../../../miniapp/src/ids';
import { activity, organisation, served, volunteer } from '../given';
import { reward } from '../given-rewards';
import { publishStations } from '../given-stations';
import type { Counting } from './counting';

/** Points become a reward at a station; a second one is given back. */
export async function walkRewards({ cloud, cost }: Counting): Promise<void> {
  const [who, organiser, counter] = [
    ...[await volunteer(cloud), await volunteer(cloud), await volunteer(cloud)],
  ] as const;
  const organisationId = await organisation([
    [organiser, 'organiser'],
    [counter, 'counter'],
  ]);
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  await served(cloud, who, organiser, shiftId);
  await publishStations(cloud, { '370202': '八大关学雷锋站' });
  const { list } = await cost(who, 'GET /stations', { request: {} });
  const stationId = list?.stationId[0] ?? '';
  const { rewardId, price } = await reward({ stationId, price: 5, pieces: 20 }, [organisationId]);
  await cost(who, 'GET /stations/{stationId}', { request: { stationId } });
  await cost(who, 'GET /rewards', { request: { district: '370202' } });
  await cost(who, 'GET /rewards/{rewardId}', { request: { rewardId } });
  const [first, second] = [newRequestId(), newRequestId()];
  await cost(who, 'POST /redemptions', { request: { redemptionId: first, rewardId, price } });
  await who.ask('POST /redemptions', { redemptionId: second, rewardId, price });
  await cost(who, 'GET /redemptions', { request: {} });
  await cost(who, 'GET /redemptions/{redemptionId}', { request: { redemptionId: first } });
  const pickup = await cost(who, 'POST /redemptions/{redemptionId}/pickup-code', {
    request: { redemptionId: first },
  });
  await cost(counter, 'POST /handovers', {
    request: { handoverId: newRequestId(), token: pickup.token },
  });
  await cost(who, 'DELETE /redemptions/{redemptionId}', { request: { redemptionId: second } });
}
