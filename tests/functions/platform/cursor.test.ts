import * as value from '#shared/values';
import { readCursor, signCursor } from '../../../functions/platform/cursor';
import { secretsOf } from '../../../local/secrets';

const key = { pk: 'V#a1b2c3d4e5f6', sk: 'R#20261124#0123456789ab', gx1pk: 'T#0123456789ab#3' };
const scope = 'table V#a1b2c3d4e5f6 R#';
const own = secretsOf(undefined).CURSOR_SECRETS;
const refused = expect.objectContaining({ code: 'request_invalid' });

beforeEach(() => {
  process.env.CURSOR_SECRETS = own;
});

const signed = () => signCursor(scope, key) ?? '';

test('the last key of a page → a cursor that the contract takes, and back', () => {
  expect(value.cursor.safeParse(signed()).success).toBe(true);
  expect(readCursor(scope, signed())).toEqual(key);
});

test('the last page has no cursor, the first page needs none', () => {
  expect(signCursor(scope, undefined)).toBeUndefined();
  expect(readCursor(scope, undefined)).toBeUndefined();
});

test.each(['table V#ffffffffffff R#', 'table V#a1b2c3d4e5f6 H#', 'gx1 V#a1b2c3d4e5f6 R#', ''])(
  'handed to another list (%s) → refused',
  (other) => {
    expect(() => readCursor(other, signed())).toThrow(refused);
  },
);

test('another key under the same mark → refused', () => {
  const [version, , mark] = signed().split('.');
  const text = Buffer.from(JSON.stringify({ ...key, pk: 'V#other' })).toString('base64url');
  expect(() => readCursor(scope, `${version}.${text}.${mark}`)).toThrow(refused);
});

test('a cursor with any character changed, or cut anywhere → refused', () => {
  const cursor = signed();
  for (let at = 0; at < cursor.length; at++) {
    const other = cursor[at] === 'A' ? 'B' : 'A';
    const changed = cursor.slice(0, at) + other + cursor.slice(at + 1);
    expect(() => readCursor(scope, changed)).toThrow(refused);
    expect(() => readCursor(scope, cursor.slice(0, at))).toThrow(refused);
  }
});

test('the secret rotates → an open list can be read on; without the old one it is refused', () => {
  const cursor = signed();
  const fresh = secretsOf(undefined).CURSOR_SECRETS.replace('1:', '2:');
  process.env.CURSOR_SECRETS = `${fresh},${own}`;
  expect(readCursor(scope, cursor)).toEqual(key);
  process.env.CURSOR_SECRETS = fresh;
  expect(() => readCursor(scope, cursor)).toThrow(refused);
});
