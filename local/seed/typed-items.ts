import { hourMs, monthOf } from '#shared/time';
import { activityAt, shiftAt } from '../../functions/activities/activity.table';
import { organisationAt } from '../../functions/organisations/organisation.table';
import { idFor } from '../../functions/platform/ids';
import { recordAt } from '../../functions/records/record.table';
import { packFor } from '../../functions/rule-packs/pack.rules';
import { shippedPacks } from '../../functions/rule-packs/shipped';
import { signedUp } from '../../functions/signups/standing';
import { freshCap } from '../../functions/typed-hours/cap.rules';
import { capAt } from '../../functions/typed-hours/cap.table';
import type { Typed } from '../../functions/typed-hours/typed.rules';
import { listedTyped, typedAt } from '../../functions/typed-hours/typed.table';
import { profileAt } from '../../functions/volunteers/volunteer.table';
import { beachTeam, volunteerIdOf } from './people';
import type { World } from './world';

const typedMinutes = 120;

/** 陈静 typed two hours for 王桂芳, who had no phone with her yesterday: they wait for 刘建国, and count against the month. */
export function addTyped(world: World, now: number): void {
  const activity = world.get(activityAt(idFor('seed activity', 'yesterday-beach')));
  const shift = world.get(shiftAt(activity?.shiftIds[0] ?? ''));
  const organisation = world.get(organisationAt(beachTeam));
  const volunteerId = volunteerIdOf('elder');
  const profile = world.get(profileAt(volunteerId));
  if (!shift || !organisation || !profile) return;
  const { shiftId, startsAt, title } = shift;
  const at = now - hourMs;
  const typed: Typed = {
    ...{ version: 1, typedId: idFor('seed typed', 'elder'), organisationId: beachTeam },
    ...{
      topId: organisation.path[0] ?? beachTeam,
      month: monthOf(at),
      volunteerId,
      shiftId,
      title,
    },
    ...{ draw: { allowanceMinutes: 0, capMinutes: typedMinutes }, minutes: typedMinutes },
    ...{ servedFrom: startsAt, servedUntil: startsAt + typedMinutes * 60_000 },
    ...{ reason: 'no_phone', note: '没有带手机，全程在场，和同组的人一起签了纸质表' },
    ...{ typedAt: at, typedBy: volunteerIdOf('organiser'), state: 'typed' },
  };
  const { typedId, typedBy: by, reason, note } = typed;
  world.put(recordAt(volunteerId, shiftId), {
    ...signedUp({ volunteerId, name: profile.name }, shift),
    ...{ salt: idFor('seed salt', volunteerId, shiftId), state: 'typed' },
    ...{ inAt: typed.servedFrom, outAt: typed.servedUntil },
    typing: { typedId, by, at, reason, note },
  });
  world.put(typedAt(typed), listedTyped(typed));
  for (const id of new Set([beachTeam, typed.topId])) {
    const { typedCap } = packFor(shippedPacks, organisation.district ?? '3702', at);
    const cap = freshCap(id, typed.month, typedCap.floorMinutes);
    world.put(capAt(id, typed.month), { ...cap, leftMinutes: cap.leftMinutes - typedMinutes });
  }
}
