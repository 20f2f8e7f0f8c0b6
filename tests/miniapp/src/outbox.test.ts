import type { Outcome, Queued } from '../../../miniapp/src/outbox';
import { sendAll, startOutbox, submit, useOutbox } from '../../../miniapp/src/outbox';
import { keep, leave } from '../../../miniapp/src/tokens';
import {
  freshPhone,
  kept,
  network,
  no,
  noNetwork,
  ok,
  phone,
  sent,
  sessionOf,
} from '../../support/phone';

jest.mock('../../../miniapp/src/device/storage', () => require('../../support/phone').phoneStorage);
jest.mock('../../../miniapp/src/device/request', () => require('../../support/phone').phoneRequest);
const mockWake: (() => void)[] = [];
const mockNetwork: ((online: boolean) => void)[] = [];
jest.mock('../../../miniapp/src/device/wake', () => ({
  onWake: (listener: () => void) => {
    mockWake.push(listener);
    return () => undefined;
  },
}));
jest.mock('../../../miniapp/src/device/network', () => ({
  onNetworkChange: (listener: (online: boolean) => void) => {
    mockNetwork.push(listener);
    return () => undefined;
  },
}));

const wang = '0123456789ab';
const li = 'ba9876543210';
const scanOf = (scanId: string) => ({
  id: scanId,
  route: 'POST /checkins' as const,
  request: { scanId, token: 'A'.repeat(28) },
});
const receipt = { status: 'checked_in', now: Date.now() };
const waiting = () => useOutbox.getState().waiting;
const ids = () => sent.map(({ body }) => body?.scanId);
const storedOf = (owner: string): Queued[] => JSON.parse(kept.get(`outbox:${owner}`) ?? '[]');
const settle = () => jest.advanceTimersByTimeAsync(0);

let stop: () => void;
beforeEach(() => {
  jest.useFakeTimers({ now: 1_764_000_000_000 });
  freshPhone();
  keep(sessionOf(wang));
  stop = startOutbox();
});
afterEach(() => {
  stop();
  leave();
  jest.useRealTimers();
});

test('online → kept before it is sent, answered, dropped', async () => {
  let storedWhenSent = 0;
  network(() => {
    storedWhenSent = storedOf(wang).length;
    return ok(receipt);
  });
  const outcome = await submit(scanOf('S1'));
  expect(outcome).toMatchObject({ status: 'done', answer: { status: 'checked_in' } });
  expect(storedWhenSent).toBe(1);
  expect(waiting()).toEqual([]);
  expect(storedOf(wang)).toEqual([]);
  expect(useOutbox.getState().settled[0]).toMatchObject({ id: 'S1', outcome: { status: 'done' } });
});

test('the answer is lost → pending, never done; sent again under the same id', async () => {
  network(noNetwork);
  expect(await submit(scanOf('S1'))).toMatchObject({ status: 'pending' });
  expect(waiting()).toHaveLength(1);
  network(() => ok(receipt));
  mockNetwork.at(-1)?.(true);
  await settle();
  expect(ids()).toEqual(['S1', 'S1']);
  expect(sent[0]?.body).toEqual(sent[1]?.body);
  expect(waiting()).toEqual([]);
});

test('tapped twice → one entry', async () => {
  await Promise.all([submit(scanOf('S1')), submit(scanOf('S1'))]);
  expect(storedOf(wang)).toHaveLength(1);
});

test('killed between keeping and sending → sent at the next start', async () => {
  await submit(scanOf('S1'));
  stop();
  sent.length = 0;
  network(() => ok(receipt));
  stop = startOutbox();
  await settle();
  expect(ids()).toEqual(['S1']);
  expect(storedOf(wang)).toEqual([]);
});

test.each([
  [409, 'shift_full', 'refused'],
  [403, 'not_allowed', 'refused'],
  [410, 'code_stale', 'refused'],
  [422, 'code_forged', 'refused'],
  [400, 'request_invalid', 'pending'],
  [401, 'login_code_invalid', 'pending'],
  [404, 'not_found', 'pending'],
  [429, 'too_many_requests', 'pending'],
  [500, 'fault', 'pending'],
  [503, 'busy', 'pending'],
])('%d %s → %s', async (status, code, expected) => {
  network(() => no(status, code));
  expect(await submit(scanOf('S1'))).toMatchObject({ status: expected });
  expect(storedOf(wang)).toHaveLength(expected === 'pending' ? 1 : 0);
});

test('a check-out after an unsent check-in → the check-in goes first', async () => {
  await submit(scanOf('IN'));
  sent.length = 0;
  network(() => ok(receipt));
  expect(await submit(scanOf('OUT'))).toMatchObject({ status: 'done' });
  expect(ids()).toEqual(['IN', 'OUT']);
});

test('the first in line gets no network → the others are not even tried', async () => {
  await submit(scanOf('S1'));
  sent.length = 0;
  await submit(scanOf('S2'));
  expect(new Set(ids())).toEqual(new Set(['S1']));
  expect(storedOf(wang).map(({ id }) => id)).toEqual(['S1', 'S2']);
});

test('one that this server cannot read → does not hold up those behind it', async () => {
  network(({ body }) => (body?.scanId === 'OLD' ? no(400, 'request_invalid') : ok(receipt)));
  expect(await submit(scanOf('OLD'))).toMatchObject({ status: 'pending' });
  expect(await submit(scanOf('NEW'))).toMatchObject({ status: 'done' });
  expect(storedOf(wang).map(({ id }) => id)).toEqual(['OLD']);
});

test('two people on one phone → each keeps what is theirs, sent only in their own name', async () => {
  await submit(scanOf('WANG'));
  leave();
  keep(sessionOf(li));
  await submit(scanOf('LI'));
  expect(waiting().map(({ id }) => id)).toEqual(['LI']);
  sent.length = 0;
  network(() => ok(receipt));
  await sendAll();
  expect(ids()).toEqual(['LI']);
  expect(storedOf(wang).map(({ id }) => id)).toEqual(['WANG']);
  keep(sessionOf(wang));
  await settle();
  expect(sent.at(-1)).toMatchObject({
    body: { scanId: 'WANG' },
    header: { authorization: `Bearer access-${wang}` },
  });
  expect(storedOf(wang)).toEqual([]);
});

test('the person changes while the queue is being sent → the rest waits for its owner', async () => {
  await submit(scanOf('S1'));
  await submit(scanOf('S2'));
  sent.length = 0;
  network(() => {
    keep(sessionOf(li));
    return ok(receipt);
  });
  await sendAll();
  await settle();
  expect(ids()).toEqual(['S1']);
  expect(storedOf(wang).map(({ id }) => id)).toEqual(['S2']);
});

test('the session has ended → waits for its owner to sign in again', async () => {
  network(() => no(401, 'session_expired'));
  expect(await submit(scanOf('S1'))).toMatchObject({ status: 'pending' });
  expect(waiting()).toEqual([]);
  network(() => ok(receipt));
  keep(sessionOf(wang));
  await settle();
  expect(storedOf(wang)).toEqual([]);
});

test('resent while pending: after about 20 s, then with longer pauses, at most every 5 minutes', async () => {
  await submit(scanOf('S1'));
  sent.length = 0;
  await jest.advanceTimersByTimeAsync(23_000);
  expect(sent).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(30_000);
  expect(sent).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(3_600_000);
  const inAnHour = sent.length;
  expect(inAnHour).toBeGreaterThanOrEqual(11);
  expect(inAnHour).toBeLessThanOrEqual(17);
});

test('the app comes to the front → sent at once', async () => {
  await submit(scanOf('S1'));
  sent.length = 0;
  network(() => ok(receipt));
  mockWake.at(-1)?.();
  await settle();
  expect(ids()).toEqual(['S1']);
});

test('nothing waits → nothing is sent', async () => {
  await jest.advanceTimersByTimeAsync(600_000);
  expect(sent).toEqual([]);
});

test('a guest, a full phone, a fiftieth waiting → not kept, and not sent', async () => {
  phone.full = true;
  expect(await submit(scanOf('S1'))).toMatchObject({ status: 'not_kept' });
  phone.full = false;
  expect(sent).toEqual([]);
  for (let i = 0; i < 50; i++) await submit(scanOf(`S${i}`));
  sent.length = 0;
  const outcome: Outcome = await submit(scanOf('S50'));
  expect(outcome).toMatchObject({ status: 'not_kept' });
  expect(ids()).toEqual([]);
  leave();
  expect(await submit(scanOf('S51'))).toMatchObject({ status: 'not_kept' });
});

test('made under the contract of then → sent under the contract of then, for thirty days', async () => {
  await submit(scanOf('S1'));
  kept.set(`outbox:${wang}`, JSON.stringify([{ ...storedOf(wang)[0], contract: '0' }]));
  sent.length = 0;
  await sendAll();
  expect(sent[0]?.header['x-contract']).toBe('0');
  jest.setSystemTime(Date.now() + 31 * 86_400_000);
  sent.length = 0;
  await sendAll();
  expect(sent).toEqual([]);
  expect(useOutbox.getState().settled[0]).toMatchObject({
    id: 'S1',
    outcome: { status: 'refused' },
  });
});
