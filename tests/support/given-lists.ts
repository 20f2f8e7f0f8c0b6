import { newRequestId } from '../../miniapp/src/ids';
import type { TestCloud } from './cloud';
import type { Person } from './given';
import { newcomer } from './given';

/** Somebody who has registered with a number that WeChat vouches for. */
export async function verified(cloud: TestCloud, name: string, phone: string): Promise<Person> {
  const person = await newcomer(cloud);
  await registerWith(cloud, person, { name, phone });
  return person;
}

export const registerWith = (
  cloud: TestCloud,
  person: Person,
  { name, phone }: { name: string; phone: string },
) =>
  person.ask('POST /me', {
    ...{ name, district: '370202', birthMonth: '199003', consent: true },
    phoneCode: cloud.wechat.issuePhoneCode(phone),
  });

/** A file of somebody's, sent as the phone sends it; gives its id. */
export async function sent(who: Person, file: string | Buffer): Promise<string> {
  const contentType = 'text/csv';
  const bytes = Buffer.byteLength(file);
  const { fileId, url } = await who.ask('POST /files', {
    ...{ requestId: newRequestId(), purpose: 'member_list', contentType, bytes },
  });
  const headers = { 'content-type': contentType };
  const body = new Uint8Array(Buffer.from(file as string));
  const answer = await fetch(url, { method: 'PUT', headers, body });
  if (!answer.ok) throw new Error(`the file was not taken: ${answer.status}`);
  return fileId;
}

/** A list of people as a CSV file. */
export const listOf = (...rows: [name: string, phone: string][]): string =>
  ['姓名,手机号', ...rows.map((row) => row.join(','))].join('\n');
