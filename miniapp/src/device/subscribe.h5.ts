import type { Asked } from './subscribe';

/** WeChat's messages can be asked for in WeChat only. */
export const canSubscribe: boolean = false;

export async function askForMessages(_templateIds: string[]): Promise<Asked> {
  return { status: 'off', reason: '微信提醒只能在微信小程序里开启' };
}
