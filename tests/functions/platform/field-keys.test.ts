import { dataKey, fieldKeys, fieldKeysOpened } from '../../../functions/platform/field-keys';
import { decrypted } from '../../../functions/platform/kms';

jest.mock('../../../functions/platform/kms', () => ({ decrypted: jest.fn() }));
const opens = jest.mocked(decrypted);

const local = Buffer.alloc(32, 1).toString('base64');
const fresh = () => `2:kms:${Buffer.from(String(Math.random())).toString('base64')},1:${local}`;
beforeEach(() => {
  opens.mockReset();
  opens.mockResolvedValue(Buffer.alloc(32, 2));
});

test('masters of the installation’s own file → there without asking anybody', async () => {
  process.env.FIELD_KEYS = `3:${local}`;
  await fieldKeysOpened();
  expect(fieldKeys()).toEqual([{ version: 3, key: Buffer.alloc(32, 1) }]);
  expect(opens).not.toHaveBeenCalled();
});

test('a master that KMS holds → opened once, kept for an hour, the older one beside it', async () => {
  process.env.FIELD_KEYS = fresh();
  expect(() => fieldKeys()).toThrow('not opened');
  await fieldKeysOpened();
  await fieldKeysOpened();
  expect(fieldKeys().map(({ version, key }) => [version, key[0]])).toEqual([
    [2, 2],
    [1, 1],
  ]);
  expect(opens).toHaveBeenCalledTimes(1);
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_001);
  await fieldKeysOpened();
  clock.mockRestore();
  expect(opens).toHaveBeenCalledTimes(2);
});

test('KMS gives something that is no key → a fault, nothing is sealed with it', async () => {
  process.env.FIELD_KEYS = fresh();
  opens.mockResolvedValue(Buffer.alloc(31));
  await expect(fieldKeysOpened()).rejects.toThrow('32 bytes');
});

test('a data key → the same within a month and purpose, another for every other', () => {
  const master = { version: 1, key: Buffer.alloc(32, 1) };
  const key = dataKey(master, '202611', 'phone');
  expect(key).toHaveLength(32);
  expect(dataKey(master, '202611', 'phone')).toEqual(key);
  expect(key).not.toEqual(master.key);
  expect(dataKey(master, '202612', 'phone')).not.toEqual(key);
  expect(dataKey(master, '202611', 'identity')).not.toEqual(key);
  expect(dataKey({ ...master, key: Buffer.alloc(32, 9) }, '202611', 'phone')).not.toEqual(key);
});
