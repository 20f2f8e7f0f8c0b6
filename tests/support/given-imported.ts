import { generateKeyPairSync, sign } from 'node:crypto';
import type { Response } from '#shared/api';
import { newRequestId } from '../../miniapp/src/ids';
import type { TestCloud } from './cloud';
import type { Person } from './given';
import { volunteer } from './given';
import { verified } from './given-lists';
import { given, makeCity } from './given-organisations';
import { itemsOf } from './items';
import { putAll } from './put-all';

/** A system with hours of its own, as it would be on the other side: its key and its lists. */
export type OtherSystem = { publicKey: string; sign: (file: string) => string };

export function otherSystem(): OtherSystem {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (file) => sign(null, Buffer.from(file), privateKey).toString('base64'),
  };
}

/** The city with two admins and an auditor of its root. */
export async function cityStaff(cloud: TestCloud) {
  const [author, other, auditor] = [
    await volunteer(cloud, '吴海平'),
    await volunteer(cloud, '周正'),
    await volunteer(cloud, '郑凯'),
  ];
  const root = await given({
    kind: 'federation',
    members: [
      [author, 'member', 'admin'],
      [other, 'member', 'admin'],
      [auditor, 'member', 'auditor'],
    ],
  });
  await makeCity(root);
  return { author, other, auditor, rootId: root.organisationId };
}

/** A source that two people stand behind. */
export async function confirmedSource(author: Person, other: Person, system: OtherSystem) {
  const { sourceId } = await author.ask('POST /hour-sources', {
    ...{ requestId: newRequestId(), name: '旧志愿系统', publicKey: system.publicKey },
  });
  await other.ask('POST /hour-sources/{sourceId}/decision', {
    ...{ sourceId, verdict: 'confirm', reason: '与旧系统负责人核对过' },
  });
  return sourceId;
}

export type Row = { rowId: string; phone: string; name: string } & Record<string, unknown>;
export const row = (rowId: string, phone: string, name: string, minutes = 120): Row => ({
  ...{ rowId, phone, name, from: '2024-05-01T09:00:00+08:00', minutes },
  ...{ title: '海边清洁', organisation: '市南区志愿服务队' },
});

export const linesOf = (source: string, list: string, rows: readonly object[]): string =>
  [{ format: 'volunteer-cloud-hours-1', source, list }, ...rows]
    .map((line) => JSON.stringify(line))
    .join('\n');

/** A list file of somebody's, sent as the phone sends it. */
export async function sentList(who: Person, file: string): Promise<string> {
  const contentType = 'application/x-ndjson';
  const { fileId, url } = await who.ask('POST /files', {
    ...{ requestId: newRequestId(), purpose: 'hours_list', contentType },
    bytes: Buffer.byteLength(file),
  });
  const headers = { 'content-type': contentType };
  const answer = await fetch(url, { method: 'PUT', headers, body: file });
  if (!answer.ok) throw new Error(`the file was not taken: ${answer.status}`);
  return fileId;
}

type Bring = { sourceId: string; system: OtherSystem; label: string; rows: readonly Row[] };
export async function brought(
  who: Person,
  { sourceId, system, label, rows }: Bring,
): Promise<Response<'POST /hour-sources/{sourceId}/lists'>> {
  const file = linesOf(sourceId, label, rows);
  const fileId = await sentList(who, file);
  const signature = system.sign(file);
  return who.ask('POST /hour-sources/{sourceId}/lists', { sourceId, fileId, signature });
}

/** Somebody whose number and real name are verified. */
export async function realPerson(cloud: TestCloud, name: string, phone: string): Promise<Person> {
  const person = await verified(cloud, name, phone);
  const profile = (await itemsOf(`V#${person.volunteerId}`)).find(({ sk }) => sk === '#P');
  await putAll([{ ...profile, realNameLevel: 1 }]);
  return person;
}
