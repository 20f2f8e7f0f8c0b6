import Taro from '@tarojs/taro';
import { keepAnswer, keyOf } from '../../../../../miniapp/src/cache';
import { useOutbox } from '../../../../../miniapp/src/outbox';
import { dropClaim, useClaim } from '../../../../../miniapp/src/tabs/scan/claim';
import { confirmClaim, handleText } from '../../../../../miniapp/src/tabs/scan/scan';
import { allowWitness } from '../../../../../miniapp/src/tabs/scan/witness';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import {
  freshPhone,
  network,
  no,
  noNetwork,
  ok,
  phone,
  sent,
  sessionOf,
} from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const wang = '0123456789ab';
const shift = 'abcdefabcdef';
/** Byte 0 is version 1 and the kind; the rest does not matter to a phone. */
const tokenOf = (kind: number) =>
  Buffer.from([0x10 | kind, ...Array.from({ length: 20 }, (_, i) => i * 7)]).toString('base64url');
const checkin = tokenOf(1);
const receipt = { status: 'checked_in', now: Date.now() };
const claimShown = {
  claimId: 'C'.repeat(43),
  kind: 'checkin',
  shiftId: shift,
  title: '净滩',
  expiresAt: Date.now() + 600_000,
};
const registered = () => {
  keep(sessionOf(wang));
  keepAnswer(keyOf('GET /me', {}), { data: { profile: {} }, savedAt: 0 });
};
const bodies = () => sent.map(({ url, body }) => [url, body]);

beforeEach(() => {
  freshPhone();
  leave();
  dropClaim();
  allowWitness({ allowed: false });
  (Taro.getSetting as unknown as jest.Mock).mockResolvedValue({ authSetting: {} });
});

describe('a registered volunteer', () => {
  beforeEach(registered);

  test.each([
    ['a link code', `https://example.cn/c/${checkin}`],
    ['the link in q', encodeURIComponent(`https://example.cn/c/${checkin}`)],
    ['a scene', checkin],
    ['scanCode’s path', `tabs/scan/index?scene=${checkin}`],
    ['scanCode’s path on iOS', `tabs/scan/index?scene%3D${checkin}`.replace('%3D', '=')],
  ])('%s → one check-in, and its receipt', async (_, text) => {
    network(() => ok(receipt));
    const next = await handleText(text);
    expect(bodies()).toEqual([['/checkins', expect.objectContaining({ token: checkin })]]);
    expect(next).toMatchObject({ to: 'page', address: '/checkins/receipt/index' });
  });

  test('the position goes along where it was allowed for scans, not where only for stations', async () => {
    network(() => ok(receipt));
    (Taro.getSetting as unknown as jest.Mock).mockResolvedValue({
      authSetting: { 'scope.userLocation': true },
    });
    await handleText(checkin);
    expect(sent[0]?.body?.location).toBeUndefined();
    allowWitness({ allowed: true });
    await handleText(checkin);
    expect(sent[1]?.body?.location).toEqual({
      latitude: 36.06,
      longitude: 120.38,
      accuracyMeters: 30,
      datum: 'gcj02',
    });
  });

  test('from an activity’s page → says which one is meant', async () => {
    network(() => ok(receipt));
    await handleText(checkin, { expectedShiftId: shift });
    expect(sent[0]?.body).toMatchObject({ expectedShiftId: shift });
  });

  test('six digits → need the shift they were read at', async () => {
    network(() => ok(receipt));
    expect(await handleText('123 456')).toMatchObject({ to: 'nowhere' });
    expect(sent).toEqual([]);
    await handleText('123 456', { shiftId: shift });
    expect(sent[0]?.body).toMatchObject({ digits: '123456', shiftId: shift });
    expect(sent[0]?.body?.token).toBeUndefined();
  });

  test('no network → kept, and the receipt says what became of it', async () => {
    network(noNetwork);
    expect(await handleText(checkin)).toMatchObject({ address: '/checkins/receipt/index' });
    expect(useOutbox.getState().waiting).toHaveLength(1);
  });

  test('the phone is full → said at once, nothing sent', async () => {
    phone.full = true;
    expect(await handleText(checkin)).toMatchObject({
      to: 'nowhere',
      message: expect.stringContaining('空间'),
    });
    expect(sent).toEqual([]);
  });
});

describe('other codes', () => {
  test.each([
    ['activity', 5, '/activities/show/index', { activityId: wang }],
    ['station', 3, '/stations/show/index', { stationId: wang }],
  ] as const)('a %s code → its page, also for a guest', async (kind, number, address, query) => {
    network(() => ok({ kind, id: wang }));
    expect(await handleText(`https://x.cn/c/${tokenOf(number)}`)).toEqual({
      to: 'page',
      address,
      query,
    });
    expect(sent[0]?.url).toBe(`/codes/${tokenOf(number)}`);
  });

  test('a pickup code → the counter’s page, nothing is handed over yet', async () => {
    expect(await handleText(tokenOf(4))).toMatchObject({ address: '/rewards/counter/index' });
    expect(sent).toEqual([]);
  });

  test.each([
    ['a foreign link', 'https://example.com/pay'],
    ['an unknown kind', tokenOf(9)],
    ['nothing', '  '],
  ])('%s → not ours', async (_, text) => {
    expect(await handleText(text)).toMatchObject({ to: 'nowhere', code: 'code_unreadable' });
  });

  test('a forged poster → the refusal’s sentence', async () => {
    network(() => no(422, 'code_forged'));
    expect(await handleText(tokenOf(5))).toMatchObject({ to: 'nowhere', code: 'code_forged' });
  });
});

describe('a newcomer', () => {
  test('a guest → the scan is claimed with WeChat’s silent code, before anything is asked', async () => {
    network(() => ok(claimShown));
    expect(await handleText(checkin)).toEqual({ to: 'claimed' });
    expect(bodies()).toEqual([
      ['/claims', expect.objectContaining({ token: checkin, code: 'login-code' })],
    ]);
    expect(useClaim.getState().claim).toMatchObject({ title: '净滩', scanId: expect.any(String) });
  });

  test('signed in but not registered → claimed as well', async () => {
    keep(sessionOf(wang));
    network(({ url }) => (url === '/me' ? ok({ volunteerId: wang }) : ok(claimShown)));
    expect(await handleText(checkin)).toEqual({ to: 'claimed' });
  });

  test('the code is stale → said, nothing is kept', async () => {
    network(() => no(410, 'code_stale'));
    expect(await handleText(checkin)).toMatchObject({ to: 'nowhere', code: 'code_stale' });
    expect(useClaim.getState().claim).toBeUndefined();
  });

  test('a guest without network → told to try again', async () => {
    network(noNetwork);
    expect(await handleText(checkin)).toMatchObject({ to: 'nowhere' });
  });

  test('registered at last → confirmed once under the id that was made with the claim', async () => {
    network(() => ok(claimShown));
    await handleText(checkin);
    const claim = useClaim.getState().claim;
    if (!claim) throw new Error('no claim');
    registered();
    network(() => ok(receipt));
    expect(await confirmClaim(claim)).toMatchObject({ address: '/checkins/receipt/index' });
    expect(sent.at(-1)).toMatchObject({
      url: `/claims/${claim.claimId}/confirmation`,
      body: { scanId: claim.scanId },
    });
    expect(useClaim.getState().claim).toBeUndefined();
  });

  test('signed in, not known whether registered, no network → kept on the phone in their name', async () => {
    keep(sessionOf(wang));
    network(noNetwork);
    expect(await handleText(checkin)).toMatchObject({ address: '/checkins/receipt/index' });
    expect(useOutbox.getState().waiting).toHaveLength(1);
  });
});
