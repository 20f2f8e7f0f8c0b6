import { dayOf, hourMs } from '#shared/time';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { hoursAt } from '../hours/hours.table';
import { profileKey, recordPrefix } from '../keys';
import { now } from '../platform/clock';
import type { Change } from '../platform/stream';
import { commit, glance, query, read } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { profileAt } from '../volunteers/volunteer.table';
import { examinePerson } from './examine.rules';
import type { Fact } from './fact.rules';
import { factOf, isCompared } from './fact.rules';
import { keepSuspicions } from './keep';
import { limits } from './signal.rules';
import { noteEmergency, noteFact, noteToExamine } from './suspicion.table';

/**
 * What can be compared follows the records that count. The change only says where to look: what stands there now is
 * written, so that a late or a second delivery undoes nothing.
 */
export async function noteFacts({ key, before, after }: Change): Promise<void> {
  if (!key.sk.startsWith(recordPrefix)) return;
  const [was, is] = [before as ServiceRecord | undefined, after as ServiceRecord | undefined];
  if (!is || isSame(was, is)) return;
  const { volunteerId, shiftId, startsAt } = is;
  const [record, shift, profile, entry] = await read(
    recordAt(volunteerId, shiftId),
    shiftAt(shiftId),
    profileAt(volunteerId),
    is.hoursSequence === undefined ? undefined : hoursAt(volunteerId, is.hoursSequence),
  );
  if (!record || !shift) return;
  const beside = { registeredAt: profile?.registeredAt, enteredAt: entry?.at };
  const fact = factOf(record, shift, beside);
  const month = dayOf(startsAt).slice(0, 6);
  const { organisationId } = shift;
  await commit([noteFact({ organisationId, month, volunteerId, shiftId }, fact, now())]);
  if (fact?.typing?.reason === 'emergency') await commit([noteEmergency(fact, now())]);
  await noteMonth(organisationId, month);
  if (fact) await lookAtPerson(fact, month);
}

/** Whether a change is nothing to compare: neither counts, or what counts is as it was. */
function isSame(was: ServiceRecord | undefined, is: ServiceRecord): boolean {
  if (!isCompared(is.state) && !isCompared(was?.state)) return true;
  return was?.state === is.state && was.hoursSequence === is.hoursSequence;
}

/** What this process has noted already: ten thousand check-outs of one event write one line, not ten thousand. */
const noted = { day: '', months: new Set<string>() };

async function noteMonth(organisationId: string, month: string): Promise<void> {
  const day = dayOf(now());
  if (noted.day !== day) Object.assign(noted, { day, months: new Set() });
  const name = `${organisationId} ${month}`;
  if (noted.months.has(name)) return;
  await commit([noteToExamine(day, { organisationId, month }, now())]);
  noted.months.add(name);
}

/** A month of one person, wherever they served. More than this in a month is looked at in part. */
const recordsMax = 100;

async function lookAtPerson({ volunteerId }: Fact, month: string): Promise<void> {
  const { items } = await query<ServiceRecord>({
    pk: profileKey(volunteerId).pk,
    prefix: `${recordPrefix}${month}`,
    limit: recordsMax,
  });
  const records = items.filter(({ state }) => isCompared(state));
  if (!isWorthALook(records)) return;
  const shifts = await glance(...records.map(({ shiftId }) => shiftAt(shiftId)));
  const facts = records.flatMap((record, index) => {
    const shift = shifts[index] as Shift | undefined;
    return (shift && factOf(record, shift, {})) ?? [];
  });
  await keepSuspicions(examinePerson(facts), { scope: 'person', month, at: now() });
}

/** Nobody crosses the city in vain: only services close together, or very long days, need their places read. */
function isWorthALook(records: readonly ServiceRecord[]): boolean {
  const ordered = [...records].sort((a, b) => a.startsAt - b.startsAt);
  const isClose = ordered.some((record, index) => {
    const next = ordered[index + 1];
    return next !== undefined && next.startsAt - record.endsAt < 2 * hourMs;
  });
  return isClose || records.some(({ rawMinutes = 0 }) => rawMinutes > limits.dayMinutes);
}
