import { guessesKey, invitationHeadKey, invitationKey } from '../keys';
import type { At, Versioned } from '../platform/table';
import type { Mark } from '../platform/vault';
import { wayMarks } from '../platform/vault';
import type { Guesses, Invitation } from './invitation.rules';

/** `expiresAt`: TTL, in seconds. */
export type StoredInvitation = Invitation & { expiresAt: number };
export const invitationAt = (mark: string): At<StoredInvitation> => invitationKey(mark);
/** The mark of an organisation's code of now. */
export const invitationHeadAt = (organisation: string): At<Versioned & { mark: string }> =>
  invitationHeadKey(organisation);
export const guessesAt = (volunteer: string): At<Guesses> => guessesKey(volunteer);

/** A code's marks under every living pepper, the current one first. */
export const invitationMarks = (code: string): [Mark, ...Mark[]] => wayMarks('invitation', code);
