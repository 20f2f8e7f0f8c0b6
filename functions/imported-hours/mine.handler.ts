import { importedHoursRoutes } from '#shared/imported-hours';
import { dayMs } from '#shared/time';
import { walletAt } from '../ledger/wallet.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { commit, create, read, replace, save, unchanged, untilWon } from '../platform/table';
import { bringIn } from '../records/crediting';
import { mayAct } from '../sessions/session.rules';
import { wayOf } from '../sessions/way.table';
import { profileAt } from '../volunteers/volunteer.table';
import { sourceAt } from './source.table';
import type { Found } from './waiting';
import { waitingFor } from './waiting';
import { broughtInAt, lastBroughtAt } from './waiting.table';

const listRoute = 'GET /me/imported-hours';
const route = 'POST /me/imported-hours';
const shownMax = 50;
/** Each row is four writes at most, with its source. */
const pageRows = 20;
/** A row that was fetched leaves nothing behind under the number but that. */
const takenMs = 30 * dayMs;

export const myImportedHours = handle(
  listRoute,
  importedHoursRoutes[listRoute],
  async (_, { caller: { volunteerId }, now }) => {
    const [profile] = await read(profileAt(volunteerId));
    if (!profile) return refuse('not_registered');
    const looked = await waitingFor(volunteerId, profile, { max: shownMax, now });
    const { more, nameDiffers, missing } = looked;
    const rows = looked.found.map(({ row, words, source }) => ({
      ...{ rowKey: `${row.sourceId}-${row.rowKey}`, sourceName: source.name },
      ...{ title: words.title, organisation: words.organisation },
      ...{ minutes: words.minutes, from: words.from },
    }));
    return { rows, more, nameDiffers, ...(missing && { missing }) };
  },
);

/** Brings in a page of what waits. A row's own item is the cause: in two lists, or asked twice, it counts once. */
export const bringMine = handle(
  route,
  importedHoursRoutes[route],
  async ({ requestId }, { caller, now }) => untilWon(() => bring(requestId, caller, now)),
);

async function bring(requestId: string, caller: Caller, now: number) {
  const { volunteerId } = caller;
  const [way, profile, wallet, last] = await read(
    wayOf(caller),
    profileAt(volunteerId),
    walletAt(volunteerId),
    lastBroughtAt(volunteerId),
  );
  if (!mayAct(way, caller)) return refuse('session_expired');
  if (!profile || !wallet) return refuse('not_registered');
  if (last?.requestId === requestId) {
    return { rows: last.rows, minutes: last.minutes, more: last.more };
  }
  const { found, more, missing } = await waitingFor(volunteerId, profile, { max: pageRows, now });
  if (missing) return refuse(missing === 'phone' ? 'phone_unverified' : 'name_unverified');
  if (found.length === 0) return { rows: 0, minutes: 0, more: false };

  const fresh = await notBroughtYet(found);
  const rows = fresh.map(({ row, words, source }) => ({
    ...{ listId: row.listId, title: `${words.organisation}：${words.title}` },
    ...{ servedFrom: words.from, minutes: words.minutes },
    proof: { sourceId: source.sourceId, publicKey: source.publicKey, ...words },
  }));
  const made = bringIn(volunteerId, wallet, { rows, at: now });
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0);
  const answer = { rows: rows.length, minutes, more };
  const sources = new Map(found.map(({ source }) => [source.sourceId, source]));
  await commit([
    ...made.writes,
    ...fresh.map(({ row }, index) =>
      create(broughtInAt(row.sourceId, row.rowKey), {
        ...{ volunteerId, sequence: made.sequences[index] ?? 0, listId: row.listId, at: now },
      }),
    ),
    ...found.map(({ at, row }) => replace(at, taken(row, now))),
    ...[...sources].map(([id, source]) => unchanged(sourceAt(id), source)),
    // A source that was ended meanwhile, or another page of the same person, loses the race and looks again.
    save(lastBroughtAt(volunteerId), last, { version: last?.version ?? 1, requestId, ...answer }),
  ]);
  return answer;
}

/** Without those that came in under another number or from another list, and each of them once. */
async function notBroughtYet(found: Found[]): Promise<Found[]> {
  const once = [...new Map(found.map((one) => [one.row.rowKey, one])).values()];
  const known = await read(...once.map(({ row }) => broughtInAt(row.sourceId, row.rowKey)));
  return once.filter((_, index) => !known[index]);
}

const taken = (row: Found['row'], now: number): Found['row'] => ({
  ...row,
  ...{ taken: true, sealedRow: '', nameMark: '' },
  expiresAt: Math.ceil((now + takenMs) / 1000),
});
