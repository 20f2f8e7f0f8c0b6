import { dependantRoutes } from '#shared/dependants';
import { emptyWallet, walletAt } from '../ledger/wallet.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import type { Write } from '../platform/table';
import { absent, commit, read, replace, save, unchanged, untilWon } from '../platform/table';
import { mayAct } from '../sessions/session.rules';
import { sessionFor } from '../sessions/session-for';
import { emptyWayList, wayAt, wayListAt, wayOf } from '../sessions/way.table';
import { profileAt } from '../volunteers/volunteer.table';
import { noFamily } from './link.rules';
import { familyAt } from './link.table';
import { linkCodeAt } from './link-code.table';
import { tellOfLink } from './link-notices';
import { typedCode } from './typed-code';

/**
 * The dependant gets a phone: the way in that types the code opens the dependant from now on, with every hour served
 * before. Only a way that has opened nobody so far: two accounts of one person are merged by two members of staff.
 */
export const takeOver = handle(
  'POST /me/handover',
  dependantRoutes['POST /me/handover'],
  async ({ code: typed }, { caller, now }) =>
    untilWon(async () => {
      const { volunteerId: by } = caller;
      const found = await typedCode(typed, { purpose: 'handover', by, now });
      const { subjectId } = found.code;
      const [way, profile, wallet, ownFamily, family = noFamily] = await read(
        wayOf(caller),
        profileAt(by),
        walletAt(by),
        familyAt(by),
        familyAt(subjectId),
      );
      if (way?.volunteerId === subjectId && found.code.usedBy === by) {
        return sessionFor({ ...caller, volunteerId: subjectId, epoch: way.epoch }, now);
      }
      if (!way || !mayAct(way, caller)) return refuse('session_expired');
      const served = wallet !== undefined && wallet.version > emptyWallet.version;
      if (profile || ownFamily || served) return refuse('account_in_use');
      if (family.ownAccount) return refuse('own_account');

      const cause = { cause: subjectId, at: now };
      await commit([
        found.guard,
        replace(linkCodeAt(found.mark), { ...found.code, usedBy: by }),
        ...(await waysTo(subjectId, caller, now)),
        absent(profileAt(by)),
        absent(familyAt(by)),
        unchanged(walletAt(by), wallet),
        replace(familyAt(subjectId), { ...family, ownAccount: true }),
        ...family.guardians.map((one) => tellOfLink(one, 'handed_over', cause)),
      ]);
      return sessionFor({ ...caller, volunteerId: subjectId, epoch: way.epoch + 1 }, now);
    }),
);

/** Every way in of the new account leads to the dependant, and the list of ways goes with them. */
async function waysTo(subjectId: string, caller: Caller, now: number): Promise<Write[]> {
  const [list, theirs] = await read(wayListAt(caller.volunteerId), wayListAt(subjectId));
  const listed = list?.ways ?? [{ ...caller.way, since: now }];
  const places = listed.map(({ kind, mark }) => wayAt(kind, mark));
  const ways = await read(...places);
  return [
    ...places.flatMap((place, index) => {
      const way = ways[index];
      return way ? [replace(place, { ...way, volunteerId: subjectId, epoch: way.epoch + 1 })] : [];
    }),
    save(wayListAt(caller.volunteerId), list, {
      ...(list ?? emptyWayList),
      ways: [],
      closedInto: subjectId,
    }),
    save(wayListAt(subjectId), theirs, { ...(theirs ?? emptyWayList), ways: listed }),
  ];
}
