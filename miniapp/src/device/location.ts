import Taro from '@tarojs/taro';
import type { Gcj02 } from '#shared/place';
import { gcj02 } from '#shared/place';

/** Where the phone is, or why it does not say. Never thrown: nothing of the product needs the answer. */
export type Located =
  | { status: 'found'; place: Gcj02; accuracyMeters: number }
  | { status: 'refused' }
  | { status: 'unavailable' };

/** WeChat frowns on asking more often. */
const freshMs = 30_000;
let last: { at: number; located: Located } | undefined;

/** Asks for the position; the person is asked for leave the first time. Call it only on a tap. */
export async function locate(): Promise<Located> {
  if (last && Date.now() - last.at < freshMs) return last.located;
  const located = await ask();
  last = located.status === 'found' ? { at: Date.now(), located } : undefined;
  return located;
}

/** The position when the person has allowed it before; never asks for leave. */
export async function locateIfAllowed(): Promise<Located> {
  try {
    const { authSetting } = await Taro.getSetting();
    return authSetting['scope.userLocation'] ? await locate() : { status: 'refused' };
  } catch {
    return { status: 'unavailable' };
  }
}

/** Opens WeChat's settings, where a refusal can be taken back. */
export async function openLocationSettings(): Promise<void> {
  await Promise.resolve(Taro.openSetting()).catch(() => undefined);
}

async function ask(): Promise<Located> {
  try {
    const { latitude, longitude, accuracy } = await Taro.getLocation({ type: 'gcj02' });
    return { status: 'found', place: gcj02(latitude, longitude), accuracyMeters: accuracy };
  } catch (error) {
    const said = String((error as { errMsg?: string }).errMsg ?? error);
    return { status: /auth|deny|denied|permission/i.test(said) ? 'refused' : 'unavailable' };
  }
}
