import type { Write } from '../platform/table';
import { absent, create, or, read, save } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { maskPhone } from './way.rules';
import { emptyWayList, wayAt, wayListAt } from './way.table';

type Given = { phone: string; proven: boolean };
type PhoneWay = { verified: boolean; writes: Write<'phone_taken'>[] };

/**
 * What a phone number given at registration is worth: verified when it is already the person's way in, or was proven
 * just now; then it becomes one, unless it is another person's, under this pepper or an older one.
 */
export async function phoneWayOf(
  volunteerId: string,
  { phone, proven }: Given,
  now: number,
): Promise<PhoneWay> {
  const marks = wayMarks('phone', phone);
  const [{ mark, version }, ...older] = marks;
  const [known, ...ways] = await read(
    wayListAt(volunteerId),
    ...marks.map((one) => wayAt('phone', one.mark)),
  );
  if (ways.find(Boolean)?.volunteerId === volunteerId) return { verified: true, writes: [] };
  if (!proven) return { verified: false, writes: [] };
  const list = known ?? emptyWayList;
  const listed = { kind: 'phone', mark, masked: maskPhone(phone), since: now };
  const way = { volunteerId, epoch: 1, pepperVersion: version, version: 1 };
  return {
    verified: true,
    writes: [
      or(create(wayAt('phone', mark), way), 'phone_taken'),
      ...older.map((one) => or(absent(wayAt('phone', one.mark)), 'phone_taken')),
      save(wayListAt(volunteerId), known, {
        ...list,
        ways: [...list.ways, listed],
      }) as Write<'phone_taken'>,
    ],
  };
}
