import { recordPrefix } from '../keys';
import type { Change } from '../platform/stream';
import type { Write } from '../platform/table';
import { commit, or } from '../platform/table';
import { noteDevice } from '../records/device.table';
import type { Evidence, ServiceRecord } from '../records/record.rules';

/** Which people scanned with which phone at a shift: what makes a shared phone doubtful on the roster. */
export async function noteSharedDevices({ key, before, after }: Change): Promise<void> {
  const record = key.sk.startsWith(recordPrefix) ? (after as ServiceRecord | undefined) : undefined;
  if (!record) return;
  const known = devicesOf(before as ServiceRecord | undefined);
  const { shiftId, volunteerId, startsAt } = record;
  for (const device of devicesOf(record)) {
    if (known.has(device)) continue;
    const note: Write = noteDevice(shiftId, device, { who: volunteerId, at: startsAt });
    await commit([or(note, 'full')]);
  }
}

const deviceIn = (evidence: Evidence | undefined): string[] =>
  evidence?.device === undefined ? [] : [evidence.device];

const devicesOf = (record: ServiceRecord | undefined): Set<string> =>
  new Set([...deviceIn(record?.inEvidence), ...deviceIn(record?.outEvidence)]);
