import { newcomer } from '../given';
import { identityNumber } from '../identity';
import type { Counting } from './counting';

/** Registering, and what one says of oneself afterwards. */
export async function walkVolunteers({ cloud, cost }: Counting): Promise<void> {
  const who = await newcomer(cloud);
  await cost(who, 'POST /me', {
    request: {
      ...{ name: '李雷', phoneNumber: '13700000000', district: '370202' },
      ...{ birthMonth: '199003', consent: true },
    },
  });
  await cost(who, 'PUT /me', { request: { name: '李雷', district: '370203' } });
  await cost(who, 'GET /me', { request: {} });
  await cost(who, 'GET /me/profile', { request: {} });
  const consent = { purpose: 'messages', given: true, version: '2026-11-1' } as const;
  await cost(who, 'PUT /me/consents', { request: consent });
  await cost(who, 'GET /me/consents', { request: {} });
  const identity = { name: '李雷', identityNumber: identityNumber() };
  await cost(who, 'POST /me/real-name', {
    request: {
      ...{ ...identity, consentVersion: '2026-11-1' },
      loginCode: cloud.wechat.issueLoginCode(who.openid),
      realNameCode: cloud.wechat.issueRealNameCode(who.openid, identity),
    },
  });
}
