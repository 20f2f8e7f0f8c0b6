import { dayMs } from '#shared/time';
import { emptyWallet, walletAt } from '../../functions/ledger/wallet.table';
import { idFor } from '../../functions/platform/ids';
import { wayMarks } from '../../functions/platform/vault';
import { waitsMs } from '../../functions/recoveries/recovery.rules';
import { recoveryAt } from '../../functions/recoveries/recovery.table';
import { maskPhone } from '../../functions/sessions/way.rules';
import { wayAt, wayListAt } from '../../functions/sessions/way.table';
import { maskName } from '../../functions/volunteers/volunteer.rules';
import { profileAt, sealPhone } from '../../functions/volunteers/volunteer.table';
import { rootId } from './organisations';
import type { SeedPerson } from './people';
import { volunteerIdOf } from './people';
import type { World } from './world';

/** The number by which somebody once made a second account. */
const otherPhone = '19900009001';

/** 王桂芳 has a second account, made by phone; the city's admin asked to join the two, the auditor may confirm. */
export function addRecovery(world: World, people: readonly SeedPerson[], now: number): void {
  const elder = people.find(({ key }) => key === 'elder');
  const profile = elder && world.get(profileAt(elder.volunteerId));
  if (!elder || !profile) return;
  const closingId = volunteerIdOf('elder-second');
  const [since, maskedName] = [now - 40 * dayMs, maskName(elder.name)];
  const [{ mark, version }] = wayMarks('phone', otherPhone);
  const listed = { kind: 'phone', mark, masked: maskPhone(otherPhone), since };
  world.put(profileAt(closingId), {
    ...{ ...profile, version: 1, registeredAt: since, phoneVerified: true },
    sealedPhone: sealPhone(closingId, otherPhone),
  });
  world.put(walletAt(closingId), emptyWallet);
  world.put(wayListAt(closingId), { version: 1, ways: [listed] });
  world.put(wayAt('phone', mark), {
    ...{ version: 1, volunteerId: closingId, epoch: 1, pepperVersion: version },
  });
  const recoveryId = idFor('seed recovery', closingId);
  const openedAt = now - dayMs;
  world.put(recoveryAt(rootId, recoveryId), {
    ...{ version: 1, recoveryId, organisationId: rootId, kind: 'merge', state: 'open' },
    ...{ volunteerId: elder.volunteerId, maskedName, closingId, closingName: maskedName },
    ...{ why: '本人用手机号又建了一个账号，已当面核对身份证件', requestMark: recoveryId },
    ...{ openedBy: volunteerIdOf('admin'), openedAt, endsAt: openedAt + waitsMs },
  });
}
