import type { Membership } from '../organisations/membership.rules';
import type { ServiceRecord } from '../records/record.rules';
import { adultAge } from '../volunteers/minor.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { ageAt } from '../volunteers/volunteer.rules';

type Known = {
  volunteerId: string;
  record: ServiceRecord | undefined;
  profile: StoredProfile | undefined;
  member: Membership | undefined;
};

/** What makes somebody fit to stand in for the organiser of a shift. */
export const steppingOf = ({ volunteerId, record, profile, member }: Known, now: number) => ({
  volunteerId,
  signedUp: record?.state === 'signed_up' || record?.state === 'checked_in',
  isMember: member?.state === 'active',
  isAdult: profile !== undefined && ageAt(profile.birthMonth, now) >= adultAge,
});
