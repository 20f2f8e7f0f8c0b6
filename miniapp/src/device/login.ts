import Taro from '@tarojs/taro';
import type { Role } from '#shared/vocabulary';

/** Somebody one can be in the local cloud. */
export type LocalPerson = { key: string; name: string; note: string; roles: Role[] };

/**
 * WeChat's silent login code: single use, 5 minutes, asks the person nothing. Undefined when WeChat gave none.
 * `who` is only for the browser, where the local cloud's people stand in for WeChat.
 */
export async function loginCode(_who?: string): Promise<string | undefined> {
  try {
    return (await Taro.login()).code || undefined;
  } catch {
    return undefined;
  }
}

/** `wechat_only`: there is no local cloud, one signs in in WeChat. */
export type People =
  | { status: 'local'; people: LocalPerson[] }
  | { status: 'wechat_only' }
  | { status: 'unreachable' };

/** Whom one can be in the local cloud; in WeChat one is oneself. */
export async function localPeople(): Promise<People> {
  return { status: 'wechat_only' };
}

/** The code that the local cloud's messages brought to a number; nowhere else can it be seen. */
export async function localSmsCode(_phone: string): Promise<string | undefined> {
  return undefined;
}

/** Whether a login code can be had without choosing a person first. */
export const silentLogin: boolean = true;
