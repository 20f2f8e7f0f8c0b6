import Taro from '@tarojs/taro';
import { act, renderHook, waitFor } from '@testing-library/react';
import { signIn, signOut, useMe } from '../../../miniapp/src/session';
import { keep, leave, person } from '../../../miniapp/src/tokens';
import { freshPhone, kept, network, no, noNetwork, ok, sent, sessionOf } from '../../support/phone';

jest.mock('../../../miniapp/src/device/storage', () => require('../../support/phone').phoneStorage);
jest.mock('../../../miniapp/src/device/request', () => require('../../support/phone').phoneRequest);

const wang = '0123456789ab';
const login = Taro.login as unknown as jest.Mock;

beforeEach(() => {
  freshPhone();
  leave();
});

test('signing in → WeChat’s silent code becomes a session, kept on the phone', async () => {
  network(() => ok(sessionOf(wang)));
  await signIn();
  expect(sent[0]).toMatchObject({ url: '/sessions', body: { code: 'login-code' } });
  expect(person()?.volunteerId).toBe(wang);
  expect(kept.get('person')).toContain(wang);
});

test('WeChat gives no code → refused with a sentence, nothing sent', async () => {
  login.mockRejectedValueOnce({ errMsg: 'login:fail' });
  await expect(signIn()).rejects.toMatchObject({ code: 'login_code_invalid' });
  expect(sent).toEqual([]);
});

test('an account at risk → WeChat’s reason, still a guest', async () => {
  network(() => no(403, 'account_at_risk'));
  await expect(signIn()).rejects.toMatchObject({ code: 'account_at_risk' });
  expect(person()).toBeUndefined();
});

test('signing out → everywhere; without network on this phone only', async () => {
  keep(sessionOf(wang));
  network(() => ok({ done: true }));
  expect(await signOut()).toEqual({ everywhere: true });
  expect(sent[0]).toMatchObject({ method: 'DELETE', url: '/sessions' });
  keep(sessionOf(wang));
  network(noNetwork);
  expect(await signOut()).toEqual({ everywhere: false });
  expect(person()).toBeUndefined();
});

test('signing out → what waits to be sent stays for the next time', async () => {
  keep(sessionOf(wang));
  kept.set(`outbox:${wang}`, '[{"id":"S1"}]');
  network(() => ok({ done: true }));
  await signOut();
  expect(kept.get(`outbox:${wang}`)).toContain('S1');
});

test('a guest → nothing is asked; signed in → the person', async () => {
  const { result, rerender } = renderHook(() => useMe());
  expect(result.current).toMatchObject({ guest: true });
  expect(sent).toEqual([]);
  network(() => ok({ volunteerId: wang, minutes: 90, points: 3, now: Date.now() }));
  act(() => keep(sessionOf(wang)));
  rerender();
  await waitFor(() =>
    expect(result.current).toMatchObject({ guest: false, data: { minutes: 90, points: 3 } }),
  );
});
