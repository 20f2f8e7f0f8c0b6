import * as z from 'zod';
import { readingPurpose } from './dependants';
import * as value from './values';
import type { Category, MembershipState, OrganisationKind, OrganisationState } from './vocabulary';
import {
  categories,
  membershipStates,
  organisationKinds,
  organisationRoles,
  organisationStates,
} from './vocabulary';

/** Organisations as a tree, who belongs to them, and who may do what there. */

const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as K[]);
const kind = keysOf<OrganisationKind>(organisationKinds);
const state = keysOf<OrganisationState>(organisationStates);
const membershipState = keysOf<MembershipState>(membershipStates);
const role = keysOf(organisationRoles);
/** What is given to a member; being a member comes with joining. */
const grantable = role.exclude(['member']);
export type GrantableRole = z.infer<typeof grantable>;

const audience = z.enum(['party', 'youth', 'women', 'elders', 'children', 'veterans', 'students']);
/** For whom an organisation is meant. Says something about its people, so only its admins see it. */
export type Audience = z.infer<typeof audience>;

/** A speciality of a district (N 特色): what it serves beside the city's seventeen categories. */
const speciality = value.line(12);
/** Why somebody did it, as the audit log keeps it and the person concerned reads it. */
const reason = value.line(200);

const facts = {
  name: value.line(40),
  categories: z.array(keysOf<Category>(categories)).max(5),
  specialities: z.array(speciality).max(5),
  audiences: z.array(audience).max(5),
};

const proposal = z.strictObject({
  requestId: value.requestId,
  parentId: value.id,
  kind,
  /** Only where the one above works in the whole city; else it is that one's. */
  district: value.district.optional(),
  ...facts,
});
export type Proposal = z.infer<typeof proposal>;

/** What everybody may know of an organisation. */
const card = z.object({
  organisationId: value.id,
  name: z.string(),
  kind,
  state,
  district: value.district.optional(),
  categories: z.array(keysOf<Category>(categories)),
  specialities: z.array(z.string()),
});
export type OrganisationCard = z.infer<typeof card>;

const named = z.object({ organisationId: value.id, name: z.string() });

/** What the caller may do here: for showing and hiding. */
const may = z.object({
  /** Change what is told of it. */
  change: z.boolean(),
  seeMembers: z.boolean(),
  /** Give roles, take in, remove. */
  manage: z.boolean(),
  invite: z.boolean(),
  /** Decide on what is proposed below it. */
  verify: z.boolean(),
  /** Decide on this one, which is still a proposal. */
  decide: z.boolean(),
  answerComplaints: z.boolean(),
  audit: z.boolean(),
  /** Freeze or move it. */
  govern: z.boolean(),
  /** Keep the districts' lists of specialities. */
  keepSpecialities: z.boolean(),
  /** Decide on hours that somebody else typed; grant more of them in an emergency. */
  decideTyped: z.boolean(),
  decideDisputes: z.boolean(),
  grantTyped: z.boolean(),
});

export const organisationShown = card.extend({
  /** Those above it, the city first. */
  above: z.array(named),
  /** What may stand directly below it. */
  holds: z.array(kind),
  mine: z.object({ state: membershipState }).optional(),
  may,
  /** Why it was not verified; to its proposer and those who decide. */
  rejectedBecause: z.string().optional(),
  now: value.instant,
});
export type OrganisationShown = z.infer<typeof organisationShown>;

const proposalRow = card.extend({
  parentName: z.string(),
  proposerName: z.string(),
  proposedAt: value.instant,
  rejectedBecause: z.string().optional(),
});
export type ProposalRow = z.infer<typeof proposalRow>;

const heldRole = z.object({ role, endsAt: value.instant.optional() });
/** Names are masked: 王*四. `version` goes back with a change of roles, so that nobody changes what they have not seen. */
const memberRow = z.object({
  volunteerId: value.id,
  maskedName: z.string(),
  roles: z.array(heldRole),
  since: value.instant,
  version: z.int(),
});
export type MemberRow = z.infer<typeof memberRow>;
const requestRow = z.object({
  volunteerId: value.id,
  maskedName: z.string(),
  since: value.instant,
});

const auditRow = z.object({
  at: value.instant,
  what: z.string(),
  byName: z.string(),
  secondByName: z.string().optional(),
  subjectName: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  why: z.string(),
});
export type AuditRow = z.infer<typeof auditRow>;

const settings = z.object({
  name: z.string(),
  kind,
  district: value.district.optional(),
  categories: z.array(keysOf<Category>(categories)),
  specialities: z.array(z.string()),
  audiences: z.array(audience),
  version: z.int(),
});
export type OrganisationSettings = z.infer<typeof settings>;

const only = { organisationId: value.id };
const paged = z.strictObject({ ...only, ...value.pageQuery });
const memberOnly = { ...only, volunteerId: value.id };
const version = z.int().min(1).max(1_000_000_000);
const next = { cursor: value.cursor.optional() };
const membershipNow = z.object({ state: membershipState });
const specialityList = z.object({ names: z.array(z.string()), version: z.int().min(0) });

/** What people type for 「K7MP-4XQR」: with or without the sign in the middle, large or small. */
const invitationCode = z
  .string()
  .max(20)
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[2-9A-HJKMNP-TV-Z]{8}$/));

export const organisationRoutes = {
  /** The city's own, at the top of the tree; absent on a stage that has none yet. */
  'GET /organisations': {
    request: value.nothing,
    response: z.object({ root: card.optional() }),
  },
  'POST /organisations': {
    request: proposal,
    response: z.object({ organisationId: value.id, state }),
  },
  'GET /organisations/{organisationId}': {
    request: z.strictObject(only),
    response: organisationShown,
  },
  'GET /organisations/{organisationId}/children': {
    request: paged,
    response: z.object({ organisations: z.array(card), ...next }),
  },
  'GET /organisations/{organisationId}/proposals': {
    request: paged,
    response: z.object({ proposals: z.array(proposalRow), ...next }),
  },
  'GET /me/proposals': {
    request: value.nothing,
    response: z.object({ proposals: z.array(proposalRow) }),
  },
  'PUT /organisations/{organisationId}/decision': {
    request: z
      .strictObject({
        ...only,
        decision: z.enum(['approve', 'reject']),
        reason: reason.optional(),
      })
      .refine((it) => it.decision === 'approve' || it.reason !== undefined, {
        message: 'a rejection says why',
      }),
    response: z.object({ state }),
  },
  'GET /organisations/{organisationId}/settings': {
    request: z.strictObject(only),
    response: settings,
  },
  'PUT /organisations/{organisationId}': {
    request: z.strictObject({ ...only, ...facts, version }),
    response: settings,
  },
  'PUT /organisations/{organisationId}/parent': {
    request: z.strictObject({ ...only, parentId: value.id, reason }),
    response: value.done,
  },
  'PUT /organisations/{organisationId}/freeze': {
    request: z.strictObject({ ...only, frozen: z.boolean(), reason }),
    response: z.object({ state }),
  },
  'GET /districts/{district}/specialities': {
    request: z.strictObject({ district: value.district }),
    response: specialityList,
  },
  'PUT /districts/{district}/specialities': {
    request: z.strictObject({
      district: value.district,
      names: z.array(speciality).max(40),
      version: z.int().min(0).max(1_000_000_000),
    }),
    response: specialityList,
  },
  /** Asks to join, or says yes to an invitation. */
  'PUT /organisations/{organisationId}/membership': {
    request: z.strictObject(only),
    response: membershipNow,
  },
  /** Takes a request back, says no to an invitation, or leaves. Hours stay. */
  'DELETE /organisations/{organisationId}/membership': {
    request: z.strictObject(only),
    response: membershipNow,
  },
  'POST /me/memberships': {
    request: z.strictObject({ code: invitationCode }),
    response: z.object({ organisationId: value.id, organisationName: z.string() }),
  },
  /** A new code; the one before it ends. Shown this once: the table holds only its mark. */
  'POST /organisations/{organisationId}/invitations': {
    request: z.strictObject(only),
    response: z.object({
      code: z.string(),
      uses: z.int(),
      expiresAt: value.instant,
      now: value.instant,
    }),
  },
  'GET /organisations/{organisationId}/requests': {
    request: paged,
    response: z.object({ requests: z.array(requestRow), ...next }),
  },
  'PUT /organisations/{organisationId}/requests/{volunteerId}': {
    request: z.strictObject({
      ...memberOnly,
      decision: z.enum(['approve', 'decline']),
      reason: reason.optional(),
    }),
    response: membershipNow,
  },
  'GET /organisations/{organisationId}/members': {
    /** Minors are on it only for who says what for; their guardians see that. */
    request: paged.extend({ purpose: readingPurpose.optional() }),
    response: z.object({
      members: z.array(memberRow),
      /** So many minors of this page are not in `members`. */
      withheldMinors: z.int().min(0),
      ...next,
    }),
  },
  'PUT /organisations/{organisationId}/members/{volunteerId}/roles': {
    request: z.strictObject({
      ...memberOnly,
      roles: z.array(z.strictObject({ role: grantable, endsAt: value.instant.optional() })).max(6),
      reason,
      version,
    }),
    response: memberRow,
  },
  'POST /organisations/{organisationId}/members/{volunteerId}/removal': {
    request: z.strictObject({ ...memberOnly, reason }),
    response: membershipNow,
  },
  'GET /organisations/{organisationId}/audits': {
    request: paged,
    response: z.object({ audits: z.array(auditRow), ...next }),
  },
} as const;
