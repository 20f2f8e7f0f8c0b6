import type { Request } from '#shared/api';
import { dayMs, dayOf } from '#shared/time';
import { newRequestId } from '../../miniapp/src/ids';
import type { TestCloud } from './cloud';
import type { Person } from './given';
import { activity, organisation, served, volunteer } from './given';
import { identityNumber } from './identity';
import { allItems } from './items';
import { putAll } from './put-all';

/** What certificates stand on: people with a verified name, and hours whose public notice has passed. */

const version = '2026-11-1';

/** Verifies somebody's name as WeChat would, and gives the number that was used. */
export async function verifiedName(cloud: TestCloud, who: Person, name: string): Promise<string> {
  const number = identityNumber();
  await who.ask('POST /me/real-name', {
    ...{ name, identityNumber: number, consentVersion: version },
    loginCode: cloud.wechat.issueLoginCode(who.openid),
    realNameCode: cloud.wechat.issueRealNameCode(who.openid, { name, identityNumber: number }),
  });
  return number;
}

/** Ends the public notice of a person's record now, as the settlement would after its days. */
export const noticePassed = (who: string, shiftId: string, noticeUntil: number) =>
  recordWith(who, shiftId, { noticeUntil });

export async function recordWith(volunteerId: string, shiftId: string, part: object) {
  const record = (await allItems()).find(
    ({ pk, sk }) => pk === `V#${volunteerId}` && sk.startsWith('R#') && sk.endsWith(shiftId),
  );
  if (!record) throw new Error('no such record');
  await putAll([{ ...record, ...part, version: Number(record.version) + 1 }]);
}

type Profile = Request<'PUT /organisations/{organisationId}/certificate-profile'>;
const profileFor = (organisationId: string): Profile => ({
  ...{ organisationId, responsibleName: '刘建国', handlerName: '陈静', version: 0 },
  contactPhone: '0532-88880000',
});
const putProfile = (admin: Person, request: Profile): Promise<unknown> =>
  admin.ask('PUT /organisations/{organisationId}/certificate-profile', request);

/** Says who answers for an organisation's certificates. */
export const issuerFor = (admin: Person, organisationId: string) =>
  putProfile(admin, profileFor(organisationId));

/** An organisation that is ready to certify, and who works there. */
export async function issuing(cloud: TestCloud, prepare = putProfile) {
  const [organiser, admin] = [await volunteer(cloud, '陈静'), await volunteer(cloud, '吴海平')];
  const organisationId = await organisation([
    [organiser, 'organiser'],
    [admin, 'admin'],
  ]);
  await prepare(admin, profileFor(organisationId));
  return { organiser, admin, organisationId };
}

type Serving = { organiser: Person; organisationId: string; title?: string };

/** A whole service whose hours are final. The clock stands behind it. */
export async function finalService(cloud: TestCloud, who: Person, serving: Serving) {
  const { shiftId } = await activity(cloud, serving);
  await served(cloud, who, serving.organiser, shiftId);
  await noticePassed(who.volunteerId, shiftId, cloud.now());
  return shiftId;
}

/** A request for everything that an organisation recorded until today. */
export const asking = (cloud: TestCloud, organisationId: string) => ({
  ...{ requestId: newRequestId(), organisationId },
  ...{ from: dayOf(cloud.now() - 365 * dayMs), until: dayOf(cloud.now()) },
});
