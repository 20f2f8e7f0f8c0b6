import { said } from '#shared/answers';
import type { CodeKind, Scanned } from '#shared/code';
import { kindOf, readScanned } from '#shared/code';
import type { RefusalCode } from '#shared/refusals';
import { call, Refused, Unreachable } from '../../api';
import { browserKey, entryScene } from '../../device/launch';
import { locateIfAllowed } from '../../device/location';
import { loginCode, silentLogin } from '../../device/login';
import { isRegistered } from '../../entry';
import type { Address } from '../../go';
import { newRequestId } from '../../ids';
import type { Submission } from '../../outbox';
import { submit } from '../../outbox';
import { person } from '../../tokens';
import type { Claim } from './claim';
import { dropClaim, keepClaim } from './claim';
import { deviceId } from './device-id';
import { useWitness } from './witness';

/** Where a scan leads. `claimed`: kept for a newcomer, who now signs in and registers. */
export type Next =
  | { to: 'page'; address: Address; query: Record<string, string> }
  | { to: 'claimed' }
  | { to: 'nowhere'; message: string; code?: RefusalCode };

/** `shiftId` goes with six digits; `expectedShiftId` is the one from whose page the person scanned. */
export type Context = { shiftId?: string; expectedShiftId?: string };

/** The link on a certificate; whether it is genuine is said on its own page, without network. */
const certificatePattern = /\/certificates\/verify\/index\?code=([A-Za-z0-9_-]{90,900})$/;

/** Handles what a scan, a link or a typed code gave. Never throws. */
export async function handleText(text: string, context: Context = {}): Promise<Next> {
  const certificate = certificatePattern.exec(text)?.[1];
  if (certificate !== undefined) {
    return { to: 'page', address: '/certificates/verify/index', query: { code: certificate } };
  }
  const scanned = readScanned(text);
  if (!scanned) return nowhere('code_unreadable');
  try {
    return await handle(scanned, context);
  } catch (error) {
    if (error instanceof Refused)
      return { to: 'nowhere', code: error.code, message: error.message };
    return { to: 'nowhere', message: new Unreachable().message };
  }
}

async function handle(scanned: Scanned, { shiftId, expectedShiftId }: Context): Promise<Next> {
  if ('digits' in scanned) {
    if (!shiftId) return { to: 'nowhere', message: '请先选择您报名的活动，再输入数字码' };
    return checkIn({ digits: scanned.digits, shiftId });
  }
  const { token } = scanned;
  return ways[kindOf(token) ?? 'unknown'](token, expectedShiftId);
}

type Way = (token: string, expectedShiftId?: string) => Promise<Next>;
const presence: Way = async (token, expectedShiftId) =>
  (await isNewcomer()) ? claim(token) : checkIn({ token, expectedShiftId });
const place: Way = async (token): Promise<Next> => {
  const { kind, id } = await call('GET /codes/{token}', { token });
  return kind === 'activity'
    ? { to: 'page', address: '/activities/show/index', query: { activityId: id } }
    : { to: 'page', address: '/stations/show/index', query: { stationId: id } };
};
const ways: Record<CodeKind | 'unknown', Way> = {
  checkin: presence,
  checkout: presence,
  activity: place,
  station: place,
  pickup: async (token) => ({ to: 'page', address: '/rewards/counter/index', query: { token } }),
  volunteer: async () => ({
    to: 'nowhere',
    message: '这是志愿者的码，请组织者打开这场活动的签到码页面来扫',
  }),
  unknown: async () => nowhere('code_unreadable'),
};

const nowhere = (code: keyof typeof said): Next => ({
  to: 'nowhere',
  code,
  message: said[code],
});

/** A scan of somebody unknown must be kept by the cloud at once: the code dies before they have registered. */
async function isNewcomer(): Promise<boolean> {
  if (!person()) return true;
  try {
    return !(await isRegistered());
  } catch (error) {
    if (error instanceof Refused) return true;
    // Without network nobody can tell: the scan is kept on the phone, in the name of who is signed in.
    return false;
  }
}

type Code = { token: string; expectedShiftId?: string } | { digits: string; shiftId: string };

/** Keeps the scan on the phone, sends it, and leads to its receipt, whatever became of it. */
async function checkIn(code: Code): Promise<Next> {
  const scanId = newRequestId();
  const request = { scanId, ...code, ...(await witness()) };
  return toReceipt({ id: scanId, route: 'POST /checkins', request });
}

/** Confirms a newcomer's scan, now that the cloud knows who it was. Never throws. */
export async function confirmClaim({ claimId, scanId, browserKey: key }: Claim): Promise<Next> {
  const next = await toReceipt({
    id: scanId,
    route: 'POST /claims/{claimId}/confirmation',
    request: { claimId, scanId, browserKey: key },
  });
  if (next.to === 'page') dropClaim();
  return next;
}

async function toReceipt(submission: Submission): Promise<Next> {
  const outcome = await submit(submission);
  if (outcome.status === 'not_kept') return { to: 'nowhere', message: outcome.reason };
  const { id, route } = submission;
  return { to: 'page', address: '/checkins/receipt/index', query: { scanId: id, route } };
}

async function claim(token: string): Promise<Next> {
  const key = silentLogin ? undefined : browserKey();
  const code = silentLogin ? await loginCode() : undefined;
  if (!key && !code) return nowhere('login_code_invalid');
  const shown = await call('POST /claims', { token, code, browserKey: key, ...(await witness()) });
  keepClaim({ ...shown, browserKey: key, scanId: newRequestId() });
  return { to: 'claimed' };
}

const longestWaitMs = 3_000;

/** What the phone can say besides the code. A position only from those who said so on this page, and not for long. */
async function witness() {
  const known = { entryScene: entryScene(), deviceId: deviceId() };
  if (!useWitness.getState().allowed) return known;
  const tooLong = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), longestWaitMs);
  });
  const located = await Promise.race([locateIfAllowed(), tooLong]);
  const location =
    located?.status === 'found'
      ? {
          latitude: located.place.latitude,
          longitude: located.place.longitude,
          accuracyMeters: Math.min(100_000, Math.max(0, located.accuracyMeters)),
          datum: 'gcj02' as const,
        }
      : undefined;
  return { ...known, location };
}
