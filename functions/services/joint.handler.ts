import { shiftRoutes } from '#shared/shifts';
import { countsAt, shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { evidenceOf } from '../checkins/evidence';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, replace, untilWon } from '../platform/table';
import type { Calendar } from '../records/calendar.rules';
import { calendarAt } from '../records/calendar.table';
import type { JointKind } from '../records/joint.rules';
import { judgeJoint } from '../records/joint.rules';
import type { Evidence, ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { stated, statedBy } from '../records/statement.table';
import { withoutPlace } from '../records/witness.rules';
import { commitKeepingPlace, commitWithPlace } from '../signups/place';
import { settled, signedUp } from '../signups/standing';
import { mayKeepPlace } from '../volunteers/consent.rules';
import { judgeMinor } from '../volunteers/minor.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';

const route = 'POST /shifts/{shiftId}/joint-statements';

/** No screen has this number: nothing was scanned. */
const noGate = 255;

/**
 * Somebody says that they came, or leave, where nothing could be scanned. The time is the server's; the record waits for
 * a decision from above, person by person, and credits nothing until then.
 */
export const stateJointly = handle(route, shiftRoutes[route], async (request, { caller, now }) =>
  untilWon(async () => {
    const { volunteerId } = caller;
    const { shiftId, kind, requestId: scanId } = request;
    const [found, record, counts, calendar, profile] = await read(
      shiftAt(shiftId),
      recordAt(volunteerId, shiftId),
      countsAt(shiftId),
      calendarAt(volunteerId),
      profileAt(volunteerId),
    );
    const shift = found ?? refuse('not_found');
    if (!profile) return refuse('not_registered');
    const verdict = judgeJoint(kind, { shift, counts, now }, record);
    if (verdict.status === 'refused') return refuse(verdict.code);
    if (verdict.status === 'exists') return shown(record ?? refuse('not_signed_up'), now);
    const minor = judgeMinor(profile, shift);
    if (minor) return refuse(minor);
    const how = { scanId, by: 'joint', gate: noGate, step: 0 } as const;
    const seen = evidenceOf(how, request, shift);
    const evidence = mayKeepPlace(profile) ? seen : withoutPlace(seen);
    const known = { shift, record, calendar, profile };
    return shown(await keep(known, { volunteerId, kind, evidence, now }), now);
  }),
);

type Known = {
  shift: Shift;
  record: ServiceRecord | undefined;
  calendar: Calendar | undefined;
  profile: StoredProfile;
};
type Said = { volunteerId: string; kind: JointKind; evidence: Evidence; now: number };

/** Whoever holds no place takes one, with its time, as who walks in does. */
async function keep({ shift, record, calendar, profile }: Known, said: Said) {
  const { volunteerId, kind, evidence, now } = said;
  const { shiftId } = shift;
  const end: Partial<ServiceRecord> =
    kind === 'arrival'
      ? { inAt: now, inEvidence: evidence }
      : { outAt: now, outEvidence: evidence };
  const late = { ...end, state: 'late' as const };
  const more = [stated(shiftId, { volunteerId, at: now })];
  const placing = { shift, known: { record, calendar }, now, more };
  const isNew = !record || record.state === 'withdrawn' || record.state === 'waiting';
  if (isNew) {
    const { name } = profile;
    const wanted = { ...signedUp({ volunteerId, name }, shift, record), walkIn: true, ...late };
    return commitWithPlace(wanted, placing);
  }
  if (record.state === 'asked') {
    const came = { ...settled(record, record.placeShard), ...late };
    return commitKeepingPlace(came, placing);
  }
  const waits = { ...record, ...late };
  await commit([replace(recordAt(volunteerId, shiftId), waits), ...more]);
  return waits;
}

async function shown({ shiftId, state, inAt, outAt }: ServiceRecord, now: number) {
  const people = Math.max(1, (await statedBy(shiftId)).length);
  return { state, inAt, outAt, people, now };
}
