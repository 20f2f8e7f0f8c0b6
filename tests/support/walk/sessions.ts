import type { SmsPurpose } from '#shared/sessions';
import { hourMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../cloud';
import { newcomer } from '../given';
import { freshPhone } from '../given-recoveries';
import type { Counting } from './counting';

/** Every way in, by WeChat and by phone. */
export async function walkSessions(it: Counting): Promise<void> {
  await byWeChat(it);
  await byPhone(it);
  await otherWays(it);
}

async function byWeChat({ cloud, cost, count }: Counting) {
  const openid = 'openid-of-costs';
  await count('POST /sessions, the first time', () => newcomer(cloud, openid));
  await count('POST /sessions', () => newcomer(cloud, openid));
  const who = await newcomer(cloud, openid);
  const { refreshToken } = who.session;
  await cost(who, 'POST /sessions/refresh', { request: { refreshToken } });
  await cost(who, 'GET /me/ways', { request: {} });
  await cost(who, 'DELETE /sessions', { request: {} });
}

async function byPhone({ cloud, count }: Counting) {
  const phone = freshPhone();
  const enter = async () => {
    const proof = { phone, code: codeOf(cloud, phone), requestId: newRequestId() };
    const { status } = await cloud.call('POST /sessions/by-phone', proof);
    expect(status).toBe(200);
  };
  await count('POST /sms-codes', () => sendCode(cloud, phone, 'sign_in'));
  await count('POST /sessions/by-phone, the first time', enter);
  cloud.setTime(cloud.now() + hourMs);
  await sendCode(cloud, phone, 'sign_in');
  await count('POST /sessions/by-phone', enter);
}

/** Another phone, and another WeChat; each ends the sessions there were. */
async function otherWays({ cloud, cost }: Counting) {
  const phone = freshPhone();
  const changing = await newcomer(cloud);
  await sendCode(cloud, phone, 'change');
  await cost(changing, 'PUT /me/phone', {
    request: { phone, code: codeOf(cloud, phone), requestId: newRequestId() },
  });
  const moving = await newcomer(cloud);
  const loginCode = cloud.wechat.issueLoginCode('openid-of-a-new-wechat');
  await cost(moving, 'PUT /me/wechat', { request: { loginCode } });
}

async function sendCode(cloud: TestCloud, phone: string, purpose: SmsPurpose) {
  const requestId = newRequestId();
  const { status } = await cloud.call('POST /sms-codes', { phone, purpose, requestId });
  expect(status).toBe(200);
}

const codeOf = (cloud: TestCloud, phone: string): string =>
  cloud.sms.messages.findLast((one) => one.phone === phone)?.code ?? '';
