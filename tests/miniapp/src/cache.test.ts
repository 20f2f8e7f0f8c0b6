import { fetchAndKeep, keepAnswer, keyOf, readKept } from '../../../miniapp/src/cache';
import { keep, leave } from '../../../miniapp/src/tokens';
import { freshPhone, kept, network, no, ok, phone, sent, sessionOf } from '../../support/phone';

jest.mock('../../../miniapp/src/device/storage', () => require('../../support/phone').phoneStorage);
jest.mock('../../../miniapp/src/device/request', () => require('../../support/phone').phoneRequest);

const wang = '0123456789ab';
const li = 'ba9876543210';
const asked = { district: '370202' as const, day: '20261124' };

beforeEach(() => {
  freshPhone();
  leave();
});

test('the same question in another order, absent fields or not → one key', () => {
  expect(keyOf('GET /activities', asked)).toBe(
    keyOf('GET /activities', { day: '20261124', district: '370202', category: undefined }),
  );
});

test('two people on one phone → never each other’s answers', async () => {
  keep(sessionOf(wang));
  network(() => ok({ volunteerId: wang }));
  await fetchAndKeep('GET /me', {});
  const ofWang = keyOf('GET /me', {});
  keep(sessionOf(li));
  expect(keyOf('GET /me', {})).not.toBe(ofWang);
  expect(readKept(keyOf('GET /me', {}))).toBeUndefined();
});

test('signed out while the answer was under way → not kept for the guest', async () => {
  keep(sessionOf(wang));
  network(() => {
    leave();
    return ok({ volunteerId: wang });
  });
  await fetchAndKeep('GET /me', {});
  expect([...kept.keys()].filter((key) => key.startsWith('cache:'))).toEqual([]);
});

test('two pieces of a page ask the same → one request', async () => {
  network(() => ok({ shifts: [] }));
  const [one, two] = await Promise.all([
    fetchAndKeep('GET /activities', asked),
    fetchAndKeep('GET /activities', asked),
  ]);
  expect(sent).toHaveLength(1);
  expect(one).toBe(two);
  await fetchAndKeep('GET /activities', asked);
  expect(sent).toHaveLength(2);
});

test('a refusal → not kept, and the next question is asked', async () => {
  network(() => no(403, 'not_allowed'));
  await expect(fetchAndKeep('GET /activities', asked)).rejects.toMatchObject({ status: 403 });
  network(() => ok({ shifts: [] }));
  await expect(fetchAndKeep('GET /activities', asked)).resolves.toMatchObject({ data: {} });
});

test('more answers than there is room for → the oldest go', () => {
  for (let i = 0; i < 75; i++) keepAnswer(`cache:guest:${i}`, { data: i, savedAt: i });
  const left = [...kept.keys()].filter((key) => key.startsWith('cache:guest'));
  expect(left).toHaveLength(60);
  expect(readKept('cache:guest:74')).toEqual({ data: 74, savedAt: 74 });
  expect(readKept('cache:guest:14')).toBeUndefined();
});

test('the phone is full → older answers give way, and nothing breaks', () => {
  for (let i = 0; i < 10; i++) keepAnswer(`cache:guest:${i}`, { data: i, savedAt: i });
  phone.full = true;
  expect(() => keepAnswer('cache:guest:new', { data: 1, savedAt: 1 })).not.toThrow();
  expect([...kept.keys()].filter((key) => key.startsWith('cache:guest')).length).toBeLessThan(10);
});
