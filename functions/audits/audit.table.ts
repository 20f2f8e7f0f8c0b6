import { auditKey } from '../keys';
import type { Write } from '../platform/table';
import { create } from '../platform/table';

/**
 * One line of an organisation's audit log: who changed what of whom, when and why. Written once, in the transaction
 * of the change itself, and never edited.
 */
export type Audit = {
  /** Names the change: the same change again is the same line. */
  auditId: string;
  at: number;
  /** The member of staff, and the second one where two are needed. */
  by: string;
  secondBy?: string;
  /** A fact: `role_granted`, `organisation_frozen`, `accounts_merged`. */
  action: string;
  /** The volunteer or organisation it was done to. */
  subjectId: string;
  subjectName: string;
  /** What it was and what it became, in a word or two. */
  from?: string;
  to?: string;
  why: string;
};

/** The line as a write for the commit of the change. */
export const audited = (organisationId: string, audit: Audit): Write =>
  create(auditKey(organisationId, audit.at, audit.auditId), audit);
