import { isStationKey } from '../keys';
import { now } from '../platform/clock';
import type { Change } from '../platform/stream';
import { commit } from '../platform/table';
import { stationsChangedAt } from './station.table';

/** When a thousand stations come at once, one note in so many ms is enough; publishing looks back further. */
const noteMs = 10_000;
let notedAt = 0;

/** That a station changed: the clock then looks whether the published list still says the same. */
export async function noteChangedStation({ key }: Change): Promise<void> {
  const changedAt = now();
  if (!isStationKey(key) || Math.abs(changedAt - notedAt) < noteMs) return;
  await commit([{ Put: { Item: { ...stationsChangedAt, changedAt } } }]);
  notedAt = changedAt;
}
