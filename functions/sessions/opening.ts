import { emptyWallet, walletAt } from '../ledger/wallet.table';
import { randomId } from '../platform/ids';
import type { Write } from '../platform/table';
import { create, read, save } from '../platform/table';
import type { Mark } from '../platform/vault';
import type { Way } from './way.table';
import { emptyWayList, endSessions, wayAt, wayListAt } from './way.table';

/** An identifier's marks under every living pepper, and the ways that were found under them, in the same order. */
type Identified = {
  kind: string;
  marks: [Mark, ...Mark[]];
  ways: (Way | undefined)[];
  masked?: string;
};
type Opened = { way: Way; writes: Write[] };

/** The way in of whoever was identified: as it stands, or with the writes that make it. */
export async function opened(it: Identified, now: number): Promise<Opened> {
  const [way] = it.ways;
  if (way) return { way, writes: [] };
  const index = it.ways.findIndex(Boolean);
  const [older, mark] = [it.ways[index], it.marks[index]?.mark];
  return older && mark !== undefined ? renewed(it, { older, mark }, now) : born(it, now);
}

/** A new volunteer with an empty wallet. */
function born({ kind, marks: [{ version, mark }], masked }: Identified, now: number): Opened {
  const volunteerId = randomId();
  const way = { volunteerId, epoch: 1, pepperVersion: version, version: 1 };
  const listed = { kind, mark, since: now, ...(masked !== undefined && { masked }) };
  return {
    way,
    writes: [
      create(wayAt(kind, mark), way),
      create(walletAt(volunteerId), emptyWallet),
      create(wayListAt(volunteerId), { version: 1, ways: [listed] }),
    ],
  };
}

/**
 * The same volunteer's way under the newest pepper. The sessions of the old way end with it, so that signing out still
 * reaches every session there is.
 */
async function renewed(
  { kind, marks: [{ version, mark: newest }], masked }: Identified,
  { older, mark }: { older: Way; mark: string },
  now: number,
): Promise<Opened> {
  const { volunteerId } = older;
  const way = { volunteerId, epoch: older.epoch + 1, pepperVersion: version, version: 1 };
  const [known] = await read(wayListAt(volunteerId));
  const list = known ?? emptyWayList;
  const before = list.ways.find((one) => one.kind === kind && one.mark === mark);
  const listed = { since: now, ...(masked !== undefined && { masked }), ...before, kind };
  const ways = [...list.ways, { ...listed, mark: newest, renews: mark }];
  return {
    way,
    writes: [
      create(wayAt(kind, newest), way),
      endSessions(wayAt(kind, mark), older),
      save(wayListAt(volunteerId), known, { ...list, ways }),
    ],
  };
}
