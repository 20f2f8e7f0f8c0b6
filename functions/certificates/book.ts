import type { HoursEntry } from '../hours/hours.table';
import { hoursPrefix, profileKey } from '../keys';
import { itemsOf } from '../platform/pages';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { hasRecord, isFinal, standing } from './certificate.rules';

const entriesMax = 10_000;
const readMax = 100;

/** The entries of somebody's hours that stand, each with whether it is final. Strongly read. */
export async function bookOf(
  volunteerId: string,
  { now, wanted }: { now: number; wanted: (entry: HoursEntry) => boolean },
): Promise<{ entry: HoursEntry; final: boolean }[]> {
  const book: HoursEntry[] = [];
  const walk = { pk: profileKey(volunteerId).pk, prefix: hoursPrefix, limit: 500 };
  for await (const entry of itemsOf<HoursEntry>(walk)) {
    book.push(entry);
    if (book.length > entriesMax) return refuse('certificate_too_long');
  }
  const entries = standing(book).filter(wanted);
  const records = await recordsOf(volunteerId, entries);
  return entries.map((entry) => ({
    entry,
    final: isFinal(entry, records.get(entry.causeId), now),
  }));
}

async function recordsOf(volunteerId: string, entries: HoursEntry[]) {
  const shifts = [...new Set(entries.filter(hasRecord).map(({ causeId }) => causeId))];
  const found = new Map<string, ServiceRecord>();
  for (let from = 0; from < shifts.length; from += readMax) {
    const page = shifts.slice(from, from + readMax).map((shift) => recordAt(volunteerId, shift));
    for (const record of (await read(...page)) as (ServiceRecord | undefined)[]) {
      if (record) found.set(record.shiftId, record);
    }
  }
  return found;
}
