import { createHash, createPublicKey } from 'node:crypto';
import { dayMs } from '#shared/time';
import type { HoursListJob } from '../../functions/imported-hours/hours-list.rules';
import { hoursListAt, listedHoursList } from '../../functions/imported-hours/hours-list.table';
import type { ListedHours } from '../../functions/imported-hours/list.rules';
import type { Source } from '../../functions/imported-hours/source.rules';
import { sourceAt } from '../../functions/imported-hours/source.table';
import { waitingOf } from '../../functions/imported-hours/waiting-row';
import { idFor } from '../../functions/platform/ids';
import { wayMarks } from '../../functions/platform/vault';
import { wayAt, wayListAt } from '../../functions/sessions/way.table';
import { phoneOf, profileAt } from '../../functions/volunteers/volunteer.table';
import { volunteerIdOf } from './people';
import type { World } from './world';

/** Somebody of the city's office who is none of the cast, so that 吴海平 may confirm what they proposed. */
const author = volunteerIdOf('crowd-001');

/** Two systems with hours of their own: one waits for 吴海平's word, one has a list of which two rows are 韩梅梅's. */
export function addImportedHours(world: World, now: number): void {
  addSource(world, { name: '社区志愿服务旧系统（演示）', state: 'proposed' }, now);
  const confirmed = { state: 'confirmed', confirmedBy: volunteerIdOf('auditor') } as const;
  const sourceId = addSource(world, { name: '高校志愿服务系统（演示）', ...confirmed }, now);
  const person = verifiedPhone(world, now);
  const said = { ...person, organisation: '医学院志愿服务队' };
  const rows: ListedHours[] = [
    { ...said, rowId: '1', title: '迎新志愿服务', from: now - 800 * dayMs, minutes: 240 },
    { ...said, rowId: '2', title: '校园急救讲座', from: now - 620 * dayMs, minutes: 90 },
  ];
  const listId = idFor('hours list', sourceId, '2024');
  for (const one of rows) {
    const { at, row } = waitingOf(one, { sourceId, listId }, now);
    world.put(at, row);
  }
  const counts = { rows: rows.length, at: rows.length, stored: rows.length, known: 0 };
  const job: HoursListJob = {
    ...{ version: 1, listId, sourceId, label: '2024', state: 'done', ...counts },
    ...{ importerId: author, fileId: idFor('seed file', listId), hash: '', wrong: 0 },
    ...{ wrongLines: [], startedAt: now - dayMs, movedAt: now - dayMs },
  };
  world.put(hoursListAt(listId), listedHoursList(job));
}

type Wish = Pick<Source, 'name' | 'state' | 'confirmedBy'>;

function addSource(world: World, wish: Wish, now: number): string {
  const sourceId = idFor('seed hour source', wish.name);
  world.put(sourceAt(sourceId), {
    ...{ version: 1, sourceId, ...wish, publicKey: keyOf(wish.name) },
    ...{ proposedBy: author, proposedAt: now - 2 * dayMs },
  });
  return sourceId;
}

/** What a private key made of its name would have as its public half: the same in every demo. */
function keyOf(name: string): string {
  const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([pkcs8, createHash('sha256').update(name).digest()]);
  const pem = `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----`;
  return createPublicKey(pem).export({ format: 'der', type: 'spki' }).toString('base64');
}

/** 韩梅梅 has verified her number: it leads to her from now on. */
function verifiedPhone(world: World, now: number): { phone: string; name: string } {
  const volunteerId = volunteerIdOf('second');
  const profile = world.get(profileAt(volunteerId));
  const list = world.get(wayListAt(volunteerId));
  if (!profile || !list) throw new Error('second has not registered');
  const phone = phoneOf(volunteerId, profile);
  const [{ mark, version: pepperVersion }] = wayMarks('phone', phone);
  world.put(wayAt('phone', mark), { version: 1, volunteerId, epoch: 1, pepperVersion });
  const way = { kind: 'phone', mark, masked: `${phone.slice(0, 3)}******${phone.slice(-2)}` };
  world.put(wayListAt(volunteerId), {
    ...list,
    ways: [...list.ways, { ...way, since: now - 30 * dayMs }],
  });
  world.put(profileAt(volunteerId), { ...profile, phoneVerified: true });
  return { phone, name: profile.name };
}
