import type { At, Write } from '../../../functions/platform/table';
import { secretsOf } from '../../../local/secrets';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { watchRequests } from '../../support/requests';

type Item = { version: number; value?: number; list?: string };
let cloud: TestCloud;
let table: typeof import('../../../functions/platform/table');

beforeAll(async () => {
  cloud = await startTestCloud();
  table = require('../../../functions/platform/table');
});
afterAll(() => cloud.stop());

let partitions = 0;
const partition = () => `TEST#${++partitions}`;
const at = (pk: string, sk = 'a'): At<Item> => ({ pk, sk });
const item = (more: Partial<Item> = {}): Item => ({ version: 1, ...more });
const busy = expect.objectContaining({ code: 'busy' });
const named = (name: string) => Object.assign(new Error(name), { name });

describe('reading', () => {
  test('keys in any order, some not there, some not asked for → items in that order', async () => {
    const pk = partition();
    await table.commit([table.create(at(pk, 'a'), item({ value: 1 }))]);
    await table.commit([table.create(at(pk, 'b'), item({ value: 2 }))]);
    const found = await table.read(at(pk, 'b'), at(pk, 'none'), undefined, at(pk, 'a'));
    expect(found.map((one) => (one as Item | undefined)?.value)).toEqual([
      2,
      undefined,
      undefined,
      1,
    ]);
  });

  test('read is strong, glance is not, and nothing is asked for nothing', async () => {
    const watched = watchRequests();
    await table.read(at('none'));
    await table.glance(at('none'));
    expect(await table.read()).toEqual([]);
    expect(await table.read(undefined)).toEqual([undefined]);
    watched.stop();
    const consistent = watched.sent.map(
      ({ input }) =>
        (input.RequestItems as Record<string, { ConsistentRead: boolean }>)[cloud.tableName]
          ?.ConsistentRead,
    );
    expect(consistent).toEqual([true, false]);
  });
});

describe('a page of a partition', () => {
  const filled = async () => {
    const pk = partition();
    const rows = ['H#1', 'H#2', 'H#3', 'H#4', 'R#1'];
    await putAll(
      rows.map((sk, value) => ({ pk, sk, version: 1, value, list: value % 2 ? 'odd' : 'even' })),
    );
    return pk;
  };

  test('page by page with the cursor → everything once, in order', async () => {
    const pk = await filled();
    const seen: unknown[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await table.query<Item>({ pk, prefix: 'H#', limit: 3, cursor });
      seen.push(...page.items.map(({ value }) => value));
      cursor = page.cursor;
      pages++;
    } while (cursor);
    expect(seen).toEqual([0, 1, 2, 3]);
    expect(pages).toBe(2);
  });

  test('newest first; only what was asked for', async () => {
    const pk = await filled();
    const newest = await table.query<Item>({ pk, limit: 2, newestFirst: true });
    expect(newest.items.map(({ value }) => value)).toEqual([4, 3]);
    const only = { attribute: 'list', value: 'odd' };
    const odd = await table.query<Item>({ pk, limit: 10, only });
    expect(odd.items.map(({ value }) => value)).toEqual([1, 3]);
  });

  test("another list's cursor, or another person's → request_invalid, and nothing is asked", async () => {
    const [mine, other] = [await filled(), await filled()];
    const { cursor } = await table.query({ pk: mine, prefix: 'H#', limit: 1 });
    const watched = watchRequests();
    const invalid = expect.objectContaining({ code: 'request_invalid' });
    for (const ask of [{ pk: other, prefix: 'H#' }, { pk: mine, prefix: 'R#' }, { pk: mine }]) {
      await expect(table.query({ ...ask, limit: 1, cursor })).rejects.toEqual(invalid);
    }
    watched.stop();
    expect(watched.sent).toEqual([]);
  });

  test('a cursor outlives the change of its secret while the old one stands in the list', async () => {
    const pk = await filled();
    const { cursor } = await table.query<Item>({ pk, limit: 1 });
    const before = process.env.CURSOR_SECRETS;
    const fresh = secretsOf(undefined).CURSOR_SECRETS.replace('1:', '2:');
    process.env.CURSOR_SECRETS = `${fresh},${before}`;
    const { items } = await table.query<Item>({ pk, limit: 1, cursor });
    process.env.CURSOR_SECRETS = before;
    expect(items.map(({ value }) => value)).toEqual([1]);
  });
});

describe('committing', () => {
  const add = (pk: string, sk = 'n'): Write => ({
    Update: {
      Key: { pk, sk },
      UpdateExpression: 'ADD #value :one',
      ExpressionAttributeNames: { '#value': 'value' },
      ExpressionAttributeValues: { ':one': 1 },
    },
  });
  const absent = (pk: string, sk: string): Write => ({
    ConditionCheck: { Key: { pk, sk }, ConditionExpression: 'attribute_not_exists(pk)' },
  });

  test('one write costs one write; a check alone or several are a transaction', async () => {
    const pk = partition();
    const watched = watchRequests();
    await table.commit([table.create(at(pk), item())]);
    await table.commit([add(pk)]);
    await table.commit([absent(pk, 'x')]);
    await table.commit([add(pk), table.create(at(pk, 'b'), item())]);
    watched.stop();
    expect(watched.names()).toEqual([
      'PutItemCommand',
      'UpdateItemCommand',
      'TransactWriteItemsCommand',
      'TransactWriteItemsCommand',
    ]);
    expect((await itemsOf(pk)).map(({ sk, value }) => [sk, value])).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['n', 2],
    ]);
  });

  test('one condition fails → none is written, and its name is the answer', async () => {
    const pk = partition();
    await table.commit([table.create(at(pk), item())]);
    const outcome = await table.commit([
      table.or(table.create(at(pk), item({ value: 9 })), 'taken'),
      table.or(table.create(at(pk, 'b'), item()), 'other'),
      table.or(add(pk), 'never'),
    ]);
    expect(outcome).toBe('taken');
    expect(await itemsOf(pk)).toEqual([{ pk, sk: 'a', version: 1 }]);
    expect(await table.commit([table.or(table.create(at(pk), item()), 'alone')])).toBe('alone');
  });

  test('several named conditions fail → the first of them; an unnamed one among them → the race is run again', async () => {
    const pk = partition();
    await table.commit([table.create(at(pk), item()), table.create(at(pk, 'b'), item())]);
    const [first, second] = [at(pk), at(pk, 'b')].map((key) => table.create(key, item()));
    if (!first || !second) throw new Error('two writes');
    expect(await table.commit([table.or(first, 'one'), table.or(second, 'two')])).toBe('one');
    let rounds = 0;
    const run = () => {
      rounds++;
      return rounds < 3 ? table.commit([table.or(first, 'one'), second]) : Promise.resolve('won');
    };
    expect(await table.untilWon(run)).toBe('won');
    expect(rounds).toBe(3);
  });

  test('create, replace and save: each next version only from the one that was read', async () => {
    const pk = partition();
    await table.commit([table.save(at(pk), undefined, item({ value: 1 }))]);
    const [known] = await table.read(at(pk));
    await table.commit([table.save(at(pk), known, { ...item(), ...known, value: 2 })]);
    const [next] = await table.read(at(pk));
    expect(next).toMatchObject({ version: 2, value: 2 });
    const late = table.or(table.replace(at(pk), { ...item(), ...known, value: 3 }), 'late');
    expect(await table.commit([late])).toBe('late');
    const again = table.or(table.save(at(pk), undefined, item()), 'there');
    expect(await table.commit([again])).toBe('there');
    expect(await table.read(at(pk))).toMatchObject([{ version: 2, value: 2 }]);
  });

  test('unchanged: holds while the item is what was read, there or not, and writes nothing', async () => {
    const pk = partition();
    const untouched = (known: Item | undefined) =>
      table.commit([table.or(table.unchanged(at(pk), known), 'changed')]);
    expect(await untouched(undefined)).toBe('done');
    await table.commit([table.create(at(pk), item())]);
    expect(await untouched(undefined)).toBe('changed');
    const [known] = await table.read(at(pk));
    expect(await untouched(known)).toBe('done');
    await table.commit([table.replace(at(pk), { ...item(), value: 2 })]);
    expect(await untouched(known)).toBe('changed');
    expect(await itemsOf(pk)).toMatchObject([{ version: 2, value: 2 }]);
  });

  test('what is undefined is not written', async () => {
    const pk = partition();
    await table.commit([table.create(at(pk), { ...item(), list: undefined } as unknown as Item)]);
    expect(await itemsOf(pk)).toEqual([{ pk, sk: 'a', version: 1 }]);
  });
});

describe('losing a race', () => {
  test('many at once on one item → as many steps as winners, whoever lost five times is busy', async () => {
    const pk = partition();
    await table.commit([table.create(at(pk), item({ value: 0 }))]);
    const step = () =>
      table.untilWon(async () => {
        const [known] = await table.read(at(pk));
        const value = (known?.value ?? 0) + 1;
        return table.commit([table.replace(at(pk), { ...item(), ...known, value })]);
      });
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, step));
    const won = outcomes.filter(({ status }) => status === 'fulfilled').length;
    const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(won).toBeGreaterThan(0);
    for (const reason of lost) expect(reason).toEqual(busy);
    expect(await table.read(at(pk))).toMatchObject([{ value: won, version: won + 1 }]);
  });

  test('lost every time → five rounds, then busy', async () => {
    const pk = partition();
    await table.commit([table.create(at(pk), item())]);
    let rounds = 0;
    const run = () => {
      rounds++;
      return table.commit([table.create(at(pk), item())]);
    };
    await expect(table.untilWon(run)).rejects.toEqual(busy);
    expect(rounds).toBe(5);
  });

  test('anything else that is thrown → thrown on at once', async () => {
    const run = jest.fn().mockRejectedValue(new Error('ours'));
    await expect(table.untilWon(run)).rejects.toThrow('ours');
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('the answer to a commit is lost on the way → its own cause is found, nothing done twice', async () => {
    const pk = partition();
    const database = table.database();
    let dropped = 0;
    database.middlewareStack.add(
      (next, context) => async (args) => {
        const answer = await next(args);
        if (context.commandName !== 'PutItemCommand' || dropped++ > 0) return answer;
        throw named('TimeoutError');
      },
      { step: 'finalizeRequest', name: 'drop-answer', priority: 'low', override: true },
    );
    let writes = 0;
    const outcome = await table.untilWon(async () => {
      const [known] = await table.read(at(pk));
      if (known) return 'found';
      writes++;
      await table.commit([table.create(at(pk), item({ value: 1 }))]);
      return 'made';
    });
    database.middlewareStack.remove('drop-answer');
    expect([outcome, writes]).toEqual(['found', 1]);
    expect(dropped).toBeGreaterThanOrEqual(1);
    expect(await itemsOf(pk)).toEqual([{ pk, sk: 'a', version: 1, value: 1 }]);
  });
});
