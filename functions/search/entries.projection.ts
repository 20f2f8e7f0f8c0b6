import type { Activity } from '../activities/activity.rules';
import { activityAt, shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { isActivityKey, isOrganisationKey, isShiftKey } from '../keys';
import type { Organisation } from '../organisations/organisation.rules';
import { organisationAt } from '../organisations/organisation.table';
import { now } from '../platform/clock';
import type { Change } from '../platform/stream';
import type { Write } from '../platform/table';
import { commit, read } from '../platform/table';
import { hideEntry, noteEntry, searchChangedAt } from './search.table';

/**
 * What can be found follows what is published: active organisations, and activities that still have a shift ahead. The
 * change only says what to look at; what stands there now is written, so that a late delivery undoes nothing.
 */
export async function noteWhatCanBeFound({ key, after }: Change): Promise<void> {
  if (isOrganisationKey(key)) await noteOrganisation((after as Organisation).organisationId);
  else if (isActivityKey(key)) await noteActivity((after as Activity).activityId);
  else if (isShiftKey(key) && (after as Shift).cancelledAt) {
    await noteActivity((after as Shift).activityId);
  }
}

async function note(write: Write): Promise<void> {
  await commit([write]);
  await commit([{ Put: { Item: { ...searchChangedAt, changedAt: now() } } }]);
}

async function noteOrganisation(organisationId: string): Promise<void> {
  const [organisation] = await read(organisationAt(organisationId));
  if (organisation) await note(organisationEntry(organisation, now()));
}

/** An organisation that was never verified was never to be found. */
export function organisationEntry(
  { organisationId: id, name, state, district }: Organisation,
  now: number,
): Write {
  const entry = { kind: 'organisation', id, name, ...(district && { district }) } as const;
  return state === 'active' ? noteEntry(entry) : hideEntry(entry, now);
}

async function noteActivity(activityId: string): Promise<void> {
  const [activity] = await read(activityAt(activityId));
  if (activity?.publishedAt === undefined) return;
  const shifts = await read(...activity.shiftIds.map(shiftAt));
  await note(activityEntry(activity, { shifts, now: now() }));
}

type Seen = { shifts: readonly (Shift | undefined)[]; now: number };

export function activityEntry(activity: Activity, { shifts, now }: Seen): Write {
  const { activityId: id, title: name, organisationName, district, state } = activity;
  const living = shifts.flatMap((shift) => (shift && !shift.cancelledAt ? [shift] : []));
  const entry = { kind: 'activity', id, name, of: organisationName, district } as const;
  if (state !== 'published' || living.length === 0) return hideEntry(entry, now);
  return noteEntry({
    ...entry,
    startsAt: Math.min(...living.map(({ startsAt }) => startsAt)),
    endsAt: Math.max(...living.map(({ endsAt }) => endsAt)),
  });
}
