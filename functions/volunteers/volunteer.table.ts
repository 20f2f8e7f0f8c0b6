import type { EmergencyContact } from '#shared/volunteers';
import { erasureIndex } from '../indexes';
import { consentKey, erasureKey, erasureOrder, profileKey, shardOf } from '../keys';
import type { At, Write } from '../platform/table';
import { create, save } from '../platform/table';
import { resealed, seal, unseal } from '../platform/vault';
import type { Said } from './consent.rules';
import type { Erasure, ErasureKind } from './erasure.rules';
import type { StoredProfile } from './volunteer.rules';

export const profileAt = (volunteer: string): At<StoredProfile> => profileKey(volunteer);

const placeOf = (
  volunteer: string,
  purpose: 'phone' | 'emergency' | 'identity' | 'guardian',
): string => `${profileKey(volunteer).pk} ${purpose}`;

export const sealPhone = (volunteer: string, phone: string): string =>
  seal(phone, placeOf(volunteer, 'phone'));
/** Empty for somebody who was deleted, or whose number is not known. */
export const phoneOf = (
  volunteer: string,
  { sealedPhone }: Pick<StoredProfile, 'sealedPhone'>,
): string => (sealedPhone === '' ? '' : unseal(sealedPhone, placeOf(volunteer, 'phone')));

export const sealEmergency = (volunteer: string, contact: EmergencyContact): string =>
  seal(JSON.stringify(contact), placeOf(volunteer, 'emergency'));
export const emergencyOf = (
  volunteer: string,
  { sealedEmergency }: Pick<StoredProfile, 'sealedEmergency'>,
): EmergencyContact | undefined =>
  sealedEmergency === undefined
    ? undefined
    : (JSON.parse(unseal(sealedEmergency, placeOf(volunteer, 'emergency'))) as EmergencyContact);

export const sealIdentity = (volunteer: string, number: string): string =>
  seal(number, placeOf(volunteer, 'identity'));
export const identityOf = (
  volunteer: string,
  { sealedIdentity }: Pick<StoredProfile, 'sealedIdentity'>,
): string | undefined =>
  sealedIdentity === undefined ? undefined : unseal(sealedIdentity, placeOf(volunteer, 'identity'));

export const sealGuardianPhone = (volunteer: string, phone: string): string =>
  seal(phone, placeOf(volunteer, 'guardian'));
export const guardianPhoneOf = (volunteer: string, sealed: string): string =>
  unseal(sealed, placeOf(volunteer, 'guardian'));

/** The profile with every sealed field under the current key. */
export function withFreshSeals(volunteer: string, profile: StoredProfile): StoredProfile {
  const { sealedPhone, sealedEmergency, sealedIdentity, sealedGuardianPhone } = profile;
  return {
    ...profile,
    sealedPhone: sealedPhone && resealed(sealedPhone, placeOf(volunteer, 'phone')),
    ...(sealedEmergency !== undefined && {
      sealedEmergency: resealed(sealedEmergency, placeOf(volunteer, 'emergency')),
    }),
    ...(sealedGuardianPhone !== undefined && {
      sealedGuardianPhone: resealed(sealedGuardianPhone, placeOf(volunteer, 'guardian')),
    }),
    ...(sealedIdentity !== undefined && {
      sealedIdentity: resealed(sealedIdentity, placeOf(volunteer, 'identity')),
    }),
  };
}

/** A word on a consent, as it stays in the history. */
export type ConsentWord = Said & { at: number };
export const consentWordAt = (volunteer: string, word: ConsentWord): At<ConsentWord> =>
  consentKey(volunteer, word.at, word.purpose);
export const noteConsent = (volunteer: string, word: ConsentWord): Write =>
  create(consentWordAt(volunteer, word), word);

export const erasureShards = 4;
export const erasureAt = (volunteer: string, kind: ErasureKind): At<Erasure> =>
  erasureKey(volunteer, kind);

/** Where the clock finds it when its time has come. */
export const listedByDue = ({
  volunteerId,
  dueAt,
}: Pick<Erasure, 'volunteerId'> & { dueAt: number }) => ({
  dueAt,
  gx2pk: erasureIndex(shardOf(volunteerId, erasureShards)),
  gx2sk: erasureOrder(dueAt, volunteerId),
});

type Planned = Pick<Erasure, 'kind' | 'since'> & { dueAt: number };

/** Plans an erasure, over one that was planned or done before. */
export const planErasure = (
  volunteerId: string,
  known: Erasure | undefined,
  { kind, since, dueAt }: Planned,
): Write =>
  save(erasureAt(volunteerId, kind), known, {
    ...{ version: known?.version ?? 1, volunteerId, kind, since },
    ...listedByDue({ volunteerId, dueAt }),
  });
