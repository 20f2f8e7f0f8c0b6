import { hourMs } from '#shared/time';
import { cardAt } from '../../functions/dependants/card.table';
import type { Link } from '../../functions/dependants/link.rules';
import { noFamily } from '../../functions/dependants/link.rules';
import { familyAt, linkAt } from '../../functions/dependants/link.table';
import { emptyWallet, walletAt } from '../../functions/ledger/wallet.table';
import { organisationAt } from '../../functions/organisations/organisation.table';
import { idFor } from '../../functions/platform/ids';
import { consentTexts } from '../../functions/volunteers/consent.rules';
import { readingAt } from '../../functions/volunteers/reading.table';
import { profileAt } from '../../functions/volunteers/volunteer.table';
import { beachTeam, volunteerIdOf } from './people';
import type { World } from './world';

const grandfather = volunteerIdOf('grandfather');

/**
 * The family of 林建平: a father without a phone whom he registered and who has a card, and a son of 14 whom he is the
 * guardian of. His daughter of 12 has an account of her own, and nobody has said yes for her yet.
 */
export function addFamily(world: World, now: number): void {
  const [guardian, teen] = [volunteerIdOf('guardian'), volunteerIdOf('teen')];
  addGrandfather(world, now);
  const since = now - 30 * 24 * hourMs;
  const link = (dependantId: string, relation: Link['relation']): void =>
    world.put(linkAt(guardian, dependantId), {
      ...{ version: 1, guardianId: guardian, dependantId, relation, since },
    });
  link(grandfather, 'elder');
  link(teen, 'child');
  world.put(familyAt(guardian), { ...noFamily, dependants: [grandfather, teen] });
  world.put(familyAt(teen), { ...noFamily, guardians: [guardian] });
  world.put(familyAt(grandfather), { ...noFamily, guardians: [guardian], ownAccount: false });
  world.put(cardAt(grandfather), { version: 1, number: 1, issuedAt: since, issuedBy: guardian });
  noteReading(world, teen, now);
}

function addGrandfather(world: World, now: number): void {
  const registeredAt = now - 30 * 24 * hourMs;
  world.put(profileAt(grandfather), {
    version: 1,
    ...{ name: '林福山', district: '370202', birthMonth: '194903', registeredAt },
    sealedPhone: '',
    phoneVerified: false,
    consents: [{ purpose: 'registration', version: consentTexts.registration, at: registeredAt }],
    realNameLevel: 0,
    skills: [],
    wishes: [],
    trainings: [],
  });
  world.put(walletAt(grandfather), emptyWallet);
}

/** 陈静 looked at the roster yesterday, and said what for. */
function noteReading(world: World, child: string, now: number): void {
  const at = now - (now % hourMs) - 24 * hourMs;
  const organisation = world.get(organisationAt(beachTeam));
  const readerId = volunteerIdOf('organiser');
  world.put(readingAt(child, at, idFor('seed reading', readerId)), {
    ...{ at, readerId, maskedName: '*静', organisationId: beachTeam },
    organisationName: organisation?.name ?? '',
    kind: 'roster',
    title: '净滩行动',
    purpose: 'attendance',
  });
}
