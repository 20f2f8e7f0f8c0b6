import * as z from 'zod';
import type { DocumentKind, RevocationReason } from './certificates.words';
import { certificateStates, documentKinds, revocationReasons } from './certificates.words';
import type { EntryGrade } from './hours.words';
import { entryGrades } from './hours.words';
import * as value from './values';
import type { Category, District } from './vocabulary';
import { categories, districts } from './vocabulary';

/** 志愿服务记录证明: what an organisation recorded of a volunteer, certified for one period; free, numbered, signed. */

const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as K[]);
const grade = keysOf<EntryGrade>(entryGrades);
const reason = keysOf<RevocationReason>(revocationReasons);
const state = z.enum(Object.keys(certificateStates) as (keyof typeof certificateStates)[]);

/** Minutes for each grade; imported ones stand apart. */
const minutes = z.object({
  ...{ A: value.minutes, B: value.minutes, C: value.minutes, D: value.minutes, E: value.minutes },
  imported: value.minutes,
});

const revoked = z.object({ at: value.instant, reason });

const card = z.object({
  certificateId: value.id,
  number: z.string(),
  organisationId: value.id,
  organisationName: z.string(),
  from: value.day,
  until: value.day,
  minutes,
  issuedAt: value.instant,
  state,
  revoked: revoked.optional(),
});
export type CertificateCard = z.infer<typeof card>;

/** Who answers for an organisation's certificates: the rule of 2020 wants all three on each. */
const issuer = {
  responsibleName: value.line(20),
  handlerName: value.line(20),
  contactPhone: z.string().regex(/^[0-9][0-9-]{4,18}[0-9]$/),
};

const row = z.object({
  day: value.day,
  title: z.string(),
  category: keysOf<Category>(categories).optional(),
  district: keysOf<District>(districts).optional(),
  minutes: value.minutes,
  grade,
});
export type CertificateRow = z.infer<typeof row>;

const shown = card.extend({
  /** In full: it is the holder's own paper. */
  name: z.string(),
  volunteerNumber: z.string(),
  document: z.object({ kind: keysOf<DocumentKind>(documentKinds), masked: z.string() }),
  issuer: z.object({
    ...{ responsibleName: z.string(), handlerName: z.string(), contactPhone: z.string() },
  }),
  rows: z.array(row),
  /** Where the code leads: the signed essentials behind a `#`. */
  link: z.string(),
});
export type CertificateShown = z.infer<typeof shown>;

const source = z.object({
  organisationId: value.id,
  organisationName: z.string(),
  /** Final minutes of all time, and those whose public notice or dispute is not over. */
  finalMinutes: value.minutes,
  waitingMinutes: value.minutes,
  from: value.day,
  until: value.day,
});
export type CertificateSource = z.infer<typeof source>;

const only = { certificateId: value.id };
const organisationOnly = { organisationId: value.id };
const forWhom = { forVolunteerId: value.id.optional() };
const next = { cursor: value.cursor.optional() };
const version = z.int().min(0).max(1_000_000_000);
const profile = z.object({
  ...{ responsibleName: z.string(), handlerName: z.string(), contactPhone: z.string() },
  version: z.int(),
});
const registered = card.extend({ maskedName: z.string() });
export type RegisteredCertificate = z.infer<typeof registered>;

export const certificateRoutes = {
  'GET /me/certificates': {
    request: z.strictObject({ ...value.pageQuery, ...forWhom }),
    response: z.object({ certificates: z.array(card), ...next }),
  },
  /** The organisations that recorded hours of one: 谁组织谁记录，谁记录谁证明. */
  'GET /me/certificate-sources': {
    request: z.strictObject(forWhom),
    response: z.object({
      sources: z.array(source),
      /** Whose identity will stand on it, or that nobody's was verified yet. */
      identity: keysOf<DocumentKind>(documentKinds).optional(),
      now: value.instant,
    }),
  },
  'POST /certificates': {
    request: z.strictObject({
      ...{ requestId: value.requestId, organisationId: value.id },
      ...{ from: value.day, until: value.day },
      ...forWhom,
    }),
    response: shown,
  },
  'GET /certificates/{certificateId}': { request: z.strictObject(only), response: shown },
  /** A PDF, drawn when it is asked for; its address is good for ten minutes. */
  'GET /certificates/{certificateId}/file': {
    request: z.strictObject(only),
    response: z.object({ url: z.string().max(2_048), expiresAt: value.instant }),
  },
  'POST /certificates/{certificateId}/revocation': {
    request: z.strictObject({ ...only, reason, why: value.line(200) }),
    response: z.object({ revoked }),
  },
  /** What verifies certificates without us: signed letter by letter, by each of our keys. */
  'GET /certificate-keys': {
    request: value.nothing,
    response: z.object({
      list: z.string(),
      signatures: z.array(z.object({ keyId: z.string(), signature: z.string() })),
    }),
  },
  'GET /organisations/{organisationId}/certificates': {
    request: z.strictObject({ ...organisationOnly, ...value.pageQuery }),
    response: z.object({
      certificates: z.array(registered),
      may: z.object({ revoke: z.boolean(), change: z.boolean() }),
      ...next,
    }),
  },
  'GET /organisations/{organisationId}/certificate-profile': {
    request: z.strictObject(organisationOnly),
    response: z.object({ profile: profile.optional() }),
  },
  'PUT /organisations/{organisationId}/certificate-profile': {
    request: z.strictObject({ ...organisationOnly, ...issuer, version }),
    response: z.object({ profile }),
  },
} as const;
