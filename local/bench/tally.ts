import { database } from '../../functions/platform/table';

/** What the table was asked: requests by their kind, and how often each item was written. */
export type Tally = { requests: Record<string, number>; writes: Map<string, number> };

type Keyed = { pk: string; sk: string };
type Piece = { Key?: Keyed; Item?: Keyed };
type Input = Piece & { TransactItems?: Record<string, Piece>[] };

/** Runs the work and counts. Everything that the product asks goes through the one client. */
export async function tallied(work: () => Promise<unknown>): Promise<Tally> {
  const tally: Tally = { requests: {}, writes: new Map() };
  database().middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        const name = commandName.replace(/Command$/, '');
        tally.requests[name] = (tally.requests[name] ?? 0) + 1;
        if (/^(Put|Update|Delete|TransactWrite)/.test(name)) note(tally, args.input as Input);
        return next(args);
      },
    { step: 'initialize', name: 'tally', override: true },
  );
  try {
    await work();
  } finally {
    database().middlewareStack.remove('tally');
  }
  return tally;
}

/** A condition without a write counts as one: it holds the item all the same. */
function note({ writes }: Tally, { TransactItems, ...single }: Input): void {
  const pieces = TransactItems?.flatMap((piece) => Object.values(piece)) ?? [single];
  for (const { Key, Item } of pieces) {
    const at = Key ?? Item;
    if (typeof at?.pk !== 'string') throw new Error('a write without a key');
    const name = `${at.pk} ${at.sk}`;
    writes.set(name, (writes.get(name) ?? 0) + 1);
  }
}
