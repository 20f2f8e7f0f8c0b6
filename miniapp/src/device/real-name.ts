import Taro from '@tarojs/taro';

/** What a person's yes on WeChat's own page gives: two codes, each good for one question. */
export type RealNameConsent =
  | { status: 'agreed'; loginCode: string; realNameCode: string }
  | { status: 'cancelled' }
  | { status: 'unavailable'; reason: string };
export type RealNameQuestion = { volunteerId: string; identityNumber: string };

/** WeChat's city service: it asks the person and comes back with a code (城市服务实名信息校验). */
const cityService = { appId: 'wx308bd2aeb83d3345', path: 'subPages/city/wxpay-auth/main' };

/** Opens WeChat's page of consent and waits until the person is back. */
export async function askRealName(_question: RealNameQuestion): Promise<RealNameConsent> {
  const { back, stop } = returning();
  try {
    await Taro.navigateToMiniProgram(cityService);
  } catch {
    stop();
    return { status: 'cancelled' };
  }
  const realNameCode = await back;
  if (!realNameCode) return { status: 'cancelled' };
  const loginCode = await Taro.login().then(
    ({ code }) => code,
    () => undefined,
  );
  return loginCode
    ? { status: 'agreed', loginCode, realNameCode }
    : { status: 'unavailable', reason: '微信登录没有成功，请再试一次' };
}

type Shown = { referrerInfo?: { extraData?: { code?: unknown } } };

/** The code with which the app comes to the front the next time; undefined when it brings none. */
function returning() {
  let stop = () => {};
  const back = new Promise<string | undefined>((resolve) => {
    const heard = (shown?: Shown) => {
      stop();
      const code = shown?.referrerInfo?.extraData?.code;
      resolve(typeof code === 'string' && code !== '' ? code : undefined);
    };
    stop = () => Taro.offAppShow(heard as never);
    Taro.onAppShow(heard as never);
  });
  return { back, stop: () => stop() };
}
