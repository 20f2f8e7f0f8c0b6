import type { District } from '#shared/vocabulary';
import { profileKey, wayKey } from '../keys';
import type { Caller } from '../platform/session';
import type { At, Versioned } from '../platform/table';
import { seal, unseal } from '../platform/vault';

/** A way in: which volunteer an identifier opens. Raising the epoch kills every session made before. */
export type Way = Versioned & { volunteerId: string; epoch: number; pepperVersion: number };

/** Who the volunteer is. The phone is sealed; an unverified one is for contact and opens nothing. */
export type StoredProfile = Versioned & {
  name: string;
  district: District;
  birthMonth: string;
  sealedPhone: string;
  phoneVerified: boolean;
  registeredAt: number;
  consents: { purpose: 'registration'; version: string; at: number }[];
};

export const wayAt = (kind: string, mark: string): At<Way> => wayKey(kind, mark);
export const wayOf = ({ way }: Caller): At<Way> => wayAt(way.kind, way.mark);
export const profileAt = (volunteer: string): At<StoredProfile> => profileKey(volunteer);

const phonePlace = (volunteer: string): string => `${profileKey(volunteer).pk} phone`;
export const sealPhone = (volunteer: string, phone: string): string =>
  seal(phone, phonePlace(volunteer));
export const phoneOf = (volunteer: string, profile: StoredProfile): string =>
  unseal(profile.sealedPhone, phonePlace(volunteer));
