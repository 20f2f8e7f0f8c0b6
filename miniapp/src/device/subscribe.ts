import Taro from '@tarojs/taro';

/** What came of WeChat's dialog: the templates that the person agreed to, or why there was no dialog. */
export type Asked = { status: 'answered'; accepted: string[] } | { status: 'off'; reason: string };

/** Whether this phone can ask for messages at all. */
export const canSubscribe: boolean = true;

/** Call it in the tap itself: after any wait WeChat does not open the dialog. At most three templates. */
export async function askForMessages(templateIds: string[]): Promise<Asked> {
  try {
    const answer = await Taro.requestSubscribeMessage({ tmplIds: templateIds, entityIds: [] });
    const words = answer as unknown as Record<string, string>;
    return { status: 'answered', accepted: templateIds.filter((id) => words[id] === 'accept') };
  } catch (error) {
    const { errCode } = error as { errCode?: number };
    const reason =
      errCode === mainSwitchOff
        ? '您在微信里关闭了订阅消息：点右上角“…”，在设置的通知管理里打开后再试'
        : '微信没有打开询问窗口，请稍后再试';
    return { status: 'off', reason };
  }
}

const mainSwitchOff = 20004;
