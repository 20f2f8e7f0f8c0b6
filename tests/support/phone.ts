import type { RefusalCode } from '#shared/refusals';
import { refusals } from '#shared/refusals';
import type { Answered, Sent } from '../../miniapp/src/device/request';

/**
 * A phone without WeChat: what it keeps, and a network that answers as a test says. Use it in
 * `jest.mock('…/device/storage', () => phoneStorage)` and `jest.mock('…/device/request', () => phoneRequest)`.
 */
export const kept = new Map<string, string>();
export const phone = { full: false };

export const phoneStorage = {
  readStored: (key: string) => {
    const text = kept.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  },
  store: (key: string, value: unknown) => {
    if (phone.full) return false;
    kept.set(key, JSON.stringify(value));
    return true;
  },
  forget: (key: string) => void kept.delete(key),
};

type Answer = Answered | undefined | Promise<Answered | undefined>;
export const sent: Sent[] = [];
let answerTo: (request: Sent) => Answer = () => undefined;

export const phoneRequest = {
  send: async (request: Sent) => {
    sent.push(request);
    return answerTo(request);
  },
};
/** Undefined = no network. */
export function network(answer: (request: Sent) => Answer): void {
  answerTo = answer;
}
export const noNetwork = () => undefined;
export const ok = (data: object): Answered => ({ status: 200, data });
/** A refusal as the cloud words it. */
export const no = (
  status: number,
  code: string,
  message: string = refusals[code as RefusalCode]?.message ?? '',
): Answered => ({ status, data: { code, message, requestId: 'r' } });

export function freshPhone(): void {
  kept.clear();
  sent.length = 0;
  phone.full = false;
  answerTo = noNetwork;
}

export const sessionOf = (volunteerId: string, more: object = {}) => ({
  volunteerId,
  accessToken: `access-${volunteerId}`,
  accessExpiresAt: Number.MAX_SAFE_INTEGER,
  refreshToken: `refresh-${volunteerId}`,
  now: Date.now(),
  ...more,
});
