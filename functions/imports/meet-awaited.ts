import { memberAt, organisationAt } from '../organisations/organisation.table';
import { commit, read, replace, untilWon } from '../platform/table';
import { profileAt } from '../volunteers/volunteer.table';
import type { Awaited } from './awaited.table';
import { awaitedAt, awaitedUnder, nameMarks } from './awaited.table';
import { invitesAwaited, isKept } from './import.rules';
import { bareName } from './list.rules';
import { inviteWrites } from './row-writes';

/** Somebody has verified a number that organisations await: each one's word becomes an invitation, once. */
export async function meetAwaited(volunteerId: string, marks: string[], now: number) {
  for (const mark of new Set(marks)) {
    for (const awaited of await awaitedUnder(mark)) {
      if (!awaited.taken && isKept(awaited, now)) {
        await untilWon(() => meet(volunteerId, { mark, awaited, now }));
      }
    }
  }
}

type Met = { mark: string; awaited: Awaited; now: number };

async function meet(volunteerId: string, { mark, awaited, now }: Met): Promise<void> {
  const { organisationId, importId, importerId } = awaited;
  const at = awaitedAt(mark, organisationId);
  const [waiting, profile, member, organisation] = await read(
    at,
    profileAt(volunteerId),
    memberAt(organisationId, volunteerId),
    organisationAt(organisationId),
  );
  if (!waiting || waiting.taken || !profile) return;
  const { name } = profile;
  const isMeant = nameMarks(mark, bareName(name)).includes(waiting.nameMark);
  const isOpen = organisation?.state === 'active' && invitesAwaited(member?.state);
  const invitation = { volunteerId, name, member, importId, importerId, now };
  await commit([
    replace(at, { ...waiting, taken: true }),
    ...(organisation && isMeant && isOpen ? inviteWrites({ organisation, ...invitation }) : []),
  ]);
}
