import { dayMs } from '#shared/time';
import { deviceKey, devicesPrefix } from '../evidence-keys';
import { shiftKey } from '../keys';
import { itemsOf } from '../platform/pages';
import type { At, Write } from '../platform/table';

/** Who scanned with one phone at a shift. A projection of the stream: no scan waits for it. */
type Device = { device: string; people: Set<string>; expiresAt: number };

export const deviceAt = (shift: string, device: string): At<Device> => deviceKey(shift, device);

/** More are not told apart: twenty people on one phone are doubtful enough. */
const peopleMax = 20;
/** Longer than anybody may appeal. */
const keepMs = 62 * dayMs;
/** All phones of the largest shift are one page. */
const pageSize = 5_000;

/** One more person on a phone; the same one again changes nothing, so no marker is needed. */
export const noteDevice = (shift: string, device: string, by: { who: string; at: number }): Write =>
  ({
    Update: {
      Key: deviceKey(shift, device),
      UpdateExpression: 'SET device = :device, expiresAt = :expiresAt ADD people :who',
      ConditionExpression: 'attribute_not_exists(people) OR size(people) < :max',
      ExpressionAttributeValues: {
        ':device': device,
        ':expiresAt': Math.ceil((by.at + keepMs) / 1000),
        ':who': new Set([by.who]),
        ':max': peopleMax,
      },
    },
  }) as Write;

/** The phones that more than one person scanned with at a shift. */
export async function sharedDevices(shift: string): Promise<Set<string>> {
  const shared = new Set<string>();
  const listed = { pk: shiftKey(shift).pk, prefix: devicesPrefix, limit: pageSize };
  for await (const { device, people } of itemsOf<Device>(listed)) {
    if (people.size > 1) shared.add(device);
  }
  return shared;
}
