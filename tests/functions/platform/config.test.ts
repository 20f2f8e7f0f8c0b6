import { now } from '../../../functions/platform/clock';
import { isDeployed, localOnly, required, secretsOf } from '../../../functions/platform/config';
import { read } from '../../../functions/platform/table';
import { personOf } from '../../../functions/platform/wechat';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});
const set = (values: Record<string, string>) => Object.assign(process.env, values);
const deployed = { AWS_LAMBDA_RUNTIME_API: '127.0.0.1:9001' };
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

test('on one machine → what is only local is given', () => {
  set({ WECHAT_API: 'http://127.0.0.1:1' });
  expect(isDeployed()).toBe(false);
  expect(localOnly('WECHAT_API')).toBe('http://127.0.0.1:1');
  expect(localOnly('NOT_THERE')).toBeUndefined();
});

test('in Lambda → refused, not ignored; absent or empty is no matter', () => {
  set({ ...deployed, WECHAT_API: 'http://127.0.0.1:1', EMPTY: '' });
  expect(isDeployed()).toBe(true);
  expect(() => localOnly('WECHAT_API')).toThrow('WECHAT_API is refused in a deployed stage');
  expect(localOnly('EMPTY')).toBeUndefined();
  expect(localOnly('NOT_THERE')).toBeUndefined();
});

test('the clock moves on one machine; in Lambda a moved clock stops every request', () => {
  set({ CLOCK_OFFSET_MS: '3600000' });
  expect(now() - Date.now()).toBeGreaterThan(3_590_000);
  set(deployed);
  expect(now).toThrow('CLOCK_OFFSET_MS is refused');
});

test('the clock that was not moved is the clock', () => {
  set({ CLOCK_OFFSET_MS: '' });
  expect(Math.abs(now() - Date.now())).toBeLessThan(50);
});

test('the made-up WeChat is refused in Lambda, before anything is sent', async () => {
  const asked = jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('{"openid":"o"}'));
  set({ WECHAT_API: 'http://127.0.0.1:1', WECHAT_APP_ID: 'a', WECHAT_APP_SECRET: 's' });
  expect(await personOf('code')).toEqual({ openid: 'o' });
  expect(asked).toHaveBeenCalledTimes(1);
  set(deployed);
  await expect(personOf('code')).rejects.toThrow();
  expect(asked).toHaveBeenCalledTimes(1);
  asked.mockRestore();
});

test('a table at an address of one’s own is refused in Lambda at the first request', async () => {
  set({ ...deployed, DYNAMODB_ENDPOINT: 'http://127.0.0.1:1', TABLE_NAME: 't' });
  await expect(read({ pk: 'a', sk: 'b' })).rejects.toThrow(
    'DYNAMODB_ENDPOINT is refused in a deployed stage',
  );
});

test('a setting that is missing is named, with where to read on', () => {
  expect(() => required('NOT_THERE')).toThrow(/NOT_THERE is not set .*runbook/);
});

test('versioned secrets, the current one first', () => {
  set({ SOME: `2:${key(2)}, 1:${key(1)}` });
  expect(secretsOf('SOME')).toEqual([
    { version: 2, key: Buffer.alloc(32, 2) },
    { version: 1, key: Buffer.alloc(32, 1) },
  ]);
  set({ SOME: `3:${key(3)}` });
  expect(secretsOf('SOME').map(({ version }) => version)).toEqual([3]);
});

test.each([
  ['no version', key(1)],
  ['version nought', `0:${key(1)}`],
  ['a version beyond four bits', `16:${key(1)}`],
  ['a version that is no number', `a:${key(1)}`],
  ['a short key', `1:${Buffer.alloc(31).toString('base64')}`],
  ['a long key', `1:${Buffer.alloc(33).toString('base64')}`],
  ['an empty second one', `1:${key(1)},`],
])('secrets with %s → refused, and the secret is not in the message', (_name, text) => {
  set({ SOME: text });
  const message = messageOf(() => secretsOf('SOME'));
  expect(message).toContain('SOME must be');
  expect(message).not.toContain(key(1));
});

function messageOf(run: () => unknown): string {
  try {
    return String(run());
  } catch (error) {
    return (error as Error).message;
  }
}
