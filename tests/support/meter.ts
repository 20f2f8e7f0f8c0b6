/** Counts what the table is asked, request by request, with the capacity that DynamoDB would bill. */
export type Spent = { requests: string[]; readUnits: number; writeUnits: number; written: number };

type Capacity = { ReadCapacityUnits?: number; WriteCapacityUnits?: number; CapacityUnits?: number };
type Answer = { ConsumedCapacity?: Capacity | Capacity[] };
type Input = { ReturnConsumedCapacity?: string; TransactItems?: object[] };

/** Runs the work and tells what it cost. Everything that the product asks goes through the one client. */
export async function metered(work: () => Promise<unknown>): Promise<Spent> {
  const { database } =
    require('../../functions/platform/table') as typeof import('../../functions/platform/table');
  const spent: Spent = { requests: [], readUnits: 0, writeUnits: 0, written: 0 };
  database().middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input = args.input as Input;
        const name = commandName.replace(/(Item|Items)?Command$/, '');
        // When it is sent: answers to requests sent together come in any order.
        spent.requests.push(name);
        input.ReturnConsumedCapacity = 'TOTAL';
        const answer = await next(args);
        count(spent, { name, input, answer: answer.output as Answer });
        return answer;
      },
    { step: 'initialize', name: 'meter', override: true },
  );
  try {
    await work();
  } finally {
    database().middlewareStack.remove('meter');
  }
  return spent;
}

type Asked = { name: string; input: Input; answer: Answer };

function count(spent: Spent, { name, input, answer }: Asked): void {
  const writes = /^(Put|Update|TransactWrite)/.test(name);
  if (writes) spent.written += input.TransactItems?.length ?? 1;
  for (const one of [answer.ConsumedCapacity ?? []].flat()) {
    const units = one.CapacityUnits ?? 0;
    if (writes) spent.writeUnits += units;
    else spent.readUnits += units;
  }
}
