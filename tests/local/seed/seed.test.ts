import { secretsOf } from '../../../local/secrets';
import { seed } from '../../../local/seed/seed';
import type { Item } from '../../../local/seed/world';

Object.assign(process.env, secretsOf(undefined));
const now = Date.parse('2026-11-24T06:30:00Z');

test('puts every row once, 25 a request, and says whom one can be', async () => {
  const put: Item[] = [];
  const sizes: number[] = [];
  let [waiting, most] = [0, 0];
  const { people } = await seed(
    async (items) => {
      waiting += 1;
      most = Math.max(most, waiting);
      await Promise.resolve();
      sizes.push(items.length);
      put.push(...items);
      waiting -= 1;
    },
    { now, size: 'small' },
  );
  expect(Math.max(...sizes)).toBe(25);
  expect(most).toBe(8);
  expect(new Set(put.map(({ pk, sk }) => `${pk} ${sk}`)).size).toBe(put.length);
  expect(people).toHaveLength(14);
  expect(people.every(({ openid, note }) => openid.startsWith('demo-') && note.length > 0)).toBe(
    true,
  );
});

test('a request that fails → the seed fails', async () => {
  const broken = seed(() => Promise.reject(new Error('no table')), { now, size: 'small' });
  await expect(broken).rejects.toThrow('no table');
});
