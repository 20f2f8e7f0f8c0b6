import { dayMs } from '#shared/time';
import { hoursKey, postingKey, walletKey } from '../../../functions/keys';
import { chain, hashOf } from '../../../functions/ledger/chain';
import { idFor } from '../../../functions/platform/ids';
import { growRoots } from '../../../functions/roots/grow';
import { dayBefore, rootAt } from '../../../functions/roots/root.table';
import { getRootFile } from '../../../functions/roots/root-file';
import { verifyLedger } from '../../../local/ledger/verify';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { corrected, credited } from '../../support/given-hours';
import type { Item } from '../../support/items';
import { allItems, itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { takeOut } from '../../support/take-out';

/** Somebody with the keys to the table changes what was credited. Each time it is found, and named. */
let cloud: TestCloud;
let whole: Item[];
const [who, other] = [idFor('who'), idFor('other')];
const verify = () => verifyLedger({ filesOf: getRootFile });
const firstFinding = async () => (await verify()).findings[0];

beforeAll(async () => {
  cloud = await startTestCloud();
  const start = cloud.now();
  await growRoots({ now: cloud.now() });
  for (const name of ['1', '2', '3', '4']) {
    await credited(who, { name });
    await credited(other, { name, minutes: 60 });
    cloud.setTime(start + Number(name) * dayMs);
  }
  const { shift } = await credited(who, { name: 'too much' });
  await corrected(who, { shift, minutes: 30 });
  for (const days of [5, 7, 9]) {
    cloud.setTime(start + days * dayMs);
    await growRoots({ now: cloud.now() });
  }
  whole = await allItems();
});
afterAll(() => cloud.stop());
afterEach(async () => {
  const now = await allItems();
  const known = new Set(whole.map(({ pk, sk }) => `${pk}\n${sk}`));
  await takeOut(now.filter(({ pk, sk }) => !known.has(`${pk}\n${sk}`)));
  await putAll(whole);
});

const rowAt = async ({ pk, sk }: { pk: string; sk: string }): Promise<Item> => {
  const row = (await itemsOf(pk)).find((it) => it.sk === sk);
  if (!row) throw new Error(`no row ${pk} ${sk}`);
  return row;
};
const entry = (sequence: number, of = who) => rowAt(hoursKey(of, sequence));
/** The entry as it was before it lay in the table. */
const bare = ({ pk: _, sk: __, gx2pk: ___, gx2sk: ____, hash: _____, ...rest }: Item) => rest;
const rehashed = (row: Item): Item => {
  const hash = hashOf(bare(row));
  return { ...row, hash, gx2sk: hash };
};

test('as the product wrote it → whole: both people, every day to the day before yesterday', async () => {
  const verdict = await verify();
  expect(verdict).toMatchObject({ findings: [], people: 2 });
  expect(verdict.days).toBeGreaterThanOrEqual(8);
});

test('an entry is altered → that entry', async () => {
  await putAll([{ ...(await entry(2)), creditedMinutes: 600 }]);
  expect(await firstFinding()).toEqual({
    where: `hours of ${who}`,
    what: 'entry 2 was altered: it is not what its hash says',
  });
});

test('an entry is altered and hashed anew → the one behind it does not follow', async () => {
  await putAll([rehashed({ ...(await entry(2)), creditedMinutes: 600 })]);
  expect(await firstFinding()).toEqual({
    where: `hours of ${who}`,
    what: 'entry 3 does not follow the one before it',
  });
});

test('the whole chain and the wallet are made anew from an altered entry → its day’s root', async () => {
  const rows = (await itemsOf(hoursKey(who, 1).pk)).filter(({ sk }) => sk.startsWith('H#'));
  let head = { sequence: 0, hash: '' };
  let minutes = 0;
  const forged = rows.map((row) => {
    const { sequence: _, previousHash: __, ...fields } = bare(row);
    const changed = row.sequence === 2 ? { ...fields, creditedMinutes: 600 } : fields;
    const linked = chain(head, changed);
    head = { sequence: linked.sequence, hash: linked.hash };
    minutes += Number(changed.creditedMinutes);
    return { ...row, ...linked, gx2sk: linked.hash };
  });
  const wallet = await rowAt(walletKey(who));
  await putAll([...forged, { ...wallet, hours: head, minutes }]);
  const { findings } = await verify();
  expect(findings.length).toBeGreaterThan(0);
  expect(findings[0]?.where).toMatch(/^root of /);
  expect(findings[0]?.what).toBe(`entry 2 of ${who} is not under it: altered or put in`);
});

test('an entry in the middle is gone → that entry', async () => {
  await takeOut([await entry(2)]);
  expect(await firstFinding()).toEqual({ where: `hours of ${who}`, what: 'entry 2 is missing' });
});

test('the last entry is cut off → how far the wallet says the book goes', async () => {
  const last = (await itemsOf(hoursKey(who, 1).pk)).filter(({ sk }) => sk.startsWith('H#')).length;
  await takeOut([await entry(last)]);
  expect(await firstFinding()).toEqual({
    where: `hours of ${who}`,
    what: `cut off: entry ${last} of ${last} is missing`,
  });
});

/** The tail is gone, and wallet and record say that it never was. Its day's root knows. */
test('the tail is cut off and everything else rewound → the root of its day', async () => {
  const [cut, before] = [await entry(4, other), await entry(3, other)];
  const wallet = await rowAt(walletKey(other));
  const record = (await itemsOf(cut.pk)).find((it) => it.hoursSequence === 4) as Item;
  const { hoursSequence: _, ...rewound } = record;
  await takeOut([cut]);
  await putAll([
    rewound,
    {
      ...wallet,
      minutes: Number(wallet.minutes) - Number(cut.creditedMinutes),
      hours: { sequence: 3, hash: before.hash },
    },
  ]);
  const finding = await firstFinding();
  expect(finding?.where).toMatch(/^root of /);
  expect(finding?.what).toContain(String(cut.hash));
});

test('the record still names it → the record', async () => {
  const [cut, before] = [await entry(4, other), await entry(3, other)];
  const wallet = await rowAt(walletKey(other));
  await takeOut([cut]);
  await putAll([{ ...wallet, hours: { sequence: 3, hash: before.hash } }]);
  expect(await firstFinding()).toEqual({
    where: `hours of ${other}`,
    what: 'cut off: entry 4 of 4 is missing',
  });
});

test('one is put in behind the last → that one', async () => {
  const last = await entry(4, other);
  const { sequence: _, previousHash: __, ...fields } = bare(last);
  const linked = chain({ sequence: 4, hash: String(last.hash) }, fields);
  await putAll([{ ...last, ...linked, ...hoursKey(other, 5), gx2sk: linked.hash }]);
  expect(await firstFinding()).toEqual({
    where: `hours of ${other}`,
    what: 'entry 5 stands behind the end that the wallet names',
  });
});

test('two entries change places → the first of them', async () => {
  const [two, three] = [await entry(2), await entry(3)];
  await putAll([
    { ...three, sk: two.sk },
    { ...two, sk: three.sk },
  ]);
  expect(await firstFinding()).toEqual({
    where: `hours of ${who}`,
    what: 'entry 2 says it is entry 3',
  });
});

test.each([
  ['another hash', { gx2sk: 'f'.repeat(64) }],
  ['another day', { gx2pk: 'HD#20260101#0' }],
])('an index copy says %s → that entry', async (_, change) => {
  await putAll([{ ...(await entry(3)), ...change }]);
  expect(await firstFinding()).toEqual({
    where: `hours of ${who}`,
    what: 'entry 3 is listed in another place than its own',
  });
});

test('the wallet says more minutes, more points, or owes less than its entries → the wallet', async () => {
  const wallet = await rowAt(walletKey(who));
  await putAll([{ ...wallet, minutes: Number(wallet.minutes) + 60 }]);
  expect((await firstFinding())?.where).toBe(`wallet of ${who}`);
  const [year] = Object.keys(wallet.byYear as object);
  await putAll([{ ...wallet, byYear: { [year ?? '']: 9_999 } }]);
  expect((await firstFinding())?.what).toContain('points of the wallet');
  await putAll([{ ...wallet, owed: 5 }]);
  expect((await firstFinding())?.what).toContain('points owed');
});

test('a posting is altered, or gone → the points of that person', async () => {
  const posting = await rowAt(postingKey(who, 2));
  await putAll([{ ...posting, amount: 1_000 }]);
  expect(await firstFinding()).toEqual({
    where: `points of ${who}`,
    what: 'entry 2 was altered: it is not what its hash says',
  });
  await takeOut([posting]);
  expect(await firstFinding()).toEqual({ where: `points of ${who}`, what: 'entry 2 is missing' });
});

test('a root is altered, is gone, or its file is gone → that day', async () => {
  const day = dayBefore(dayBefore(String((await entry(4, other)).gx2pk).slice(3, 11)));
  const root = await rowAt(rootAt(day));
  await putAll([{ ...root, root: 'f'.repeat(64) }]);
  expect(await firstFinding()).toMatchObject({ where: `root of ${day}` });
  await takeOut([root]);
  expect(await firstFinding()).toEqual({ where: `root of ${day}`, what: 'it is missing' });
  await putAll([root]);
  const without = await verifyLedger({
    filesOf: async (one) => (one.day === day ? undefined : getRootFile(one)),
  });
  expect(without.findings).toEqual([{ where: `root of ${day}`, what: 'its file is missing' }]);
});

test('evidence is erased → books and roots hold all the same', async () => {
  const records = (await itemsOf(hoursKey(who, 1).pk)).filter(({ sk }) => sk.startsWith('R#'));
  expect(records.length).toBeGreaterThan(0);
  await putAll(
    records.map(({ inEvidence: _, outEvidence: __, salt: ___, title: ____, ...rest }) => rest),
  );
  expect((await verify()).findings).toEqual([]);
});
