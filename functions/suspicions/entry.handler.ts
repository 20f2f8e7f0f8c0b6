import { suspicionRoutes } from '#shared/suspicions';
import { sampleResults } from '#shared/suspicions.words';
import { audited } from '../audits/audit.table';
import type { HoursEntry } from '../hours/hours.table';
import { hoursAt } from '../hours/hours.table';
import { publicOrganisation } from '../organisations/organisation-for';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { commit, read, save, untilWon } from '../platform/table';
import { chainOfEntry, namesOf } from './chain';
import type { Checked } from './suspicion.table';
import { checkedAt } from './suspicion.table';

const showRoute = 'GET /organisations/{organisationId}/sample/{volunteerId}/{sequence}';
const noteRoute = 'PUT /organisations/{organisationId}/sample/{volunteerId}/{sequence}';

/** One hour with everything behind it, and what was noted on it. */
export const showEntry = handle(
  showRoute,
  suspicionRoutes[showRoute],
  async ({ organisationId, volunteerId, sequence }, { caller, now }) => {
    const named = { organisationId, volunteerId, sequence };
    const entry = await entryFor(showRoute, caller, named);
    const { row } = await chainOfEntry(volunteerId, entry, now);
    const [note] = await read(checkedAt(organisationId, volunteerId, sequence));
    return { row, ...(note && { checked: await shown(note, now) }), now };
  },
);

/** Notes what an auditor found: not about oneself, nor about what rests on one's own word. The last word stands. */
export const noteEntry = handle(
  noteRoute,
  suspicionRoutes[noteRoute],
  async ({ organisationId, volunteerId, sequence, result, note }, { caller, now }) =>
    untilWon(async () => {
      const named = { organisationId, volunteerId, sequence };
      const entry = await entryFor(noteRoute, caller, named);
      const { people } = await chainOfEntry(volunteerId, entry, now);
      const by = caller.volunteerId;
      if (people.includes(by)) return refuse('not_to_oneself');
      const at = checkedAt(organisationId, volunteerId, sequence);
      const [known] = await read(at);
      if (known && known.by === by && known.result === result && known.note === note) {
        return shown(known, now);
      }
      const next: Checked = { version: known?.version ?? 1, result, note, by, at: now };
      const cause = [organisationId, volunteerId, String(sequence), String(known?.version ?? 0)];
      await commit([
        save(at, known, next),
        audited(organisationId, {
          ...{ auditId: idFor('audit', 'sample', ...cause), at: now, by },
          ...{ action: 'hours_checked', subjectId: volunteerId, why: note },
          ...{ subjectName: entry.title, to: sampleResults[result] },
        }),
      ]);
      return shown(next, now);
    }),
);

type Named = { organisationId: string; volunteerId: string; sequence: number };
type Route = typeof showRoute | typeof noteRoute;

/** The entry, when the organisation or one below recorded it; to everybody without the role there is none. */
async function entryFor(
  route: Route,
  caller: Caller,
  { organisationId, volunteerId, sequence }: Named,
): Promise<HoursEntry> {
  const { path } = await publicOrganisation(organisationId);
  await demandRole(route, caller, path, { hidden: true });
  const [entry] = await read(hoursAt(volunteerId, sequence));
  return entry?.path?.includes(organisationId) ? entry : refuse('not_found');
}

async function shown({ result, note, by, at }: Checked, now: number) {
  const names = await namesOf([by], now);
  return { result, note, at, byName: names(by) };
}
