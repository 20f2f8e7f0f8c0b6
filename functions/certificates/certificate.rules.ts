import { gradeOrder } from '#shared/certificate-code';
import type { CertificateState, DocumentKind, RevocationReason } from '#shared/certificates.words';
import type { EntryGrade } from '#shared/hours.words';
import type { RefusalCode } from '#shared/refusals';
import { dayOf } from '#shared/time';
import type { Category, District } from '#shared/vocabulary';
import { maskIdentity } from '../volunteers/identity.rules';
import { maskName } from '../volunteers/volunteer.rules';

export type Minutes = Record<EntryGrade, number>;
export type Issuer = { responsibleName: string; handlerName: string; contactPhone: string };
export type IssuerProfile = Issuer & { version: number };
export type Document = { kind: DocumentKind; masked: string };

/** The essentials of a certificate; what is written on it never changes, only whether it holds. Times in ms. */
export type Certificate = {
  version: number;
  certificateId: string;
  number: string;
  volunteerId: string;
  /** In full and masked; both are gone when the person is. */
  name: string;
  maskedName: string;
  document: Document;
  organisationId: string;
  organisationName: string;
  path: string[];
  issuer: Issuer;
  from: string;
  until: string;
  minutes: Minutes;
  /** The signed essentials, as the code carries them. */
  code: string;
  issuedAt: number;
  state: CertificateState;
  revoked?: { at: number; reason: RevocationReason; by?: string };
};

/** One service on it. `sequence`: the entry of the hours ledger that it stands on. */
export type Row = {
  sequence: number;
  day: string;
  title: string;
  category?: Category;
  district?: District;
  minutes: number;
  grade: EntryGrade;
};
export type Body = { version: number; rows: Row[] };

const edges = { issued: { revoke: 'revoked' }, revoked: {} } as const satisfies Record<
  CertificateState,
  Partial<Record<'revoke', CertificateState>>
>;

/** What becomes of a certificate; undefined when that cannot happen. What was revoked never holds again. */
export const afterEvent = (
  state: CertificateState,
  event: 'revoke',
): CertificateState | undefined =>
  (edges[state] as Partial<Record<'revoke', CertificateState>>)[event];

/** What of an entry of the hours ledger is looked at. */
export type Entry = {
  sequence: number;
  cause: 'service' | 'correction' | 'imported' | 'merge';
  causeId: string;
  reverses?: number;
  title: string;
  organisationId?: string;
  category?: Category;
  district?: District;
  servedFrom?: number;
  creditedMinutes: number;
  grade: EntryGrade;
  at: number;
};
/** What of a record decides whether its hours are final. */
export type Standing = {
  state: string;
  hoursSequence?: number;
  dispute?: unknown;
  noticeUntil?: number;
};

/** The entries that stand: neither what takes minutes out nor what was taken out. */
export function standing<E extends Entry>(book: readonly E[]): E[] {
  const reversed = new Set(book.flatMap(({ reverses }) => reverses ?? []));
  return book.filter(
    (it) =>
      it.reverses === undefined &&
      !reversed.has(it.sequence) &&
      it.organisationId !== undefined &&
      it.creditedMinutes > 0,
  );
}

/** Whether an entry's record says whether it is final; what came from elsewhere has none here. */
export const hasRecord = ({ cause }: Pick<Entry, 'cause'>): boolean =>
  cause === 'service' || cause === 'correction';

/** Whether nobody can object any more: the public notice has passed and nothing is disputed. */
export function isFinal(entry: Entry, record: Standing | undefined, now: number): boolean {
  if (!hasRecord(entry)) return true;
  if (record?.state !== 'credited' || record.hoursSequence !== entry.sequence) return false;
  const { dispute, noticeUntil } = record;
  return dispute === undefined && noticeUntil !== undefined && noticeUntil <= now;
}

/** The day of the service; what was merged or brought along as a sum lies on the day it came. */
export const dayServed = ({ servedFrom, at }: Pick<Entry, 'servedFrom' | 'at'>): string =>
  dayOf(servedFrom ?? at);

export type Period = { from: string; until: string };

export const rowOf = (entry: Entry): Row => ({
  sequence: entry.sequence,
  day: dayServed(entry),
  title: entry.title,
  ...(entry.category && { category: entry.category }),
  ...(entry.district && { district: entry.district }),
  minutes: entry.creditedMinutes,
  grade: entry.grade,
});

export const inPeriod = (entry: Entry, { from, until }: Period): boolean =>
  dayServed(entry) >= from && dayServed(entry) <= until;

export const byDay = (one: Row, other: Row): number =>
  one.day.localeCompare(other.day) || one.sequence - other.sequence;

/** Minutes of the rows for each grade. */
export function sumsOf(rows: readonly Pick<Row, 'grade' | 'minutes'>[]): Minutes {
  const sums = Object.fromEntries(gradeOrder.map((grade) => [grade, 0])) as Minutes;
  for (const { grade, minutes } of rows) sums[grade] += minutes;
  return sums;
}

type Known = { name: string; realNameLevel: 0 | 1; number: string | undefined };

/**
 * Whose verified document stands on a certificate: one's own; of somebody without one, that of the guardian who asks
 * for it. Undefined when nobody's was verified.
 */
export function documentOf(person: Known, guardian: Known | undefined): Document | undefined {
  for (const [kind, one] of [
    ['id_card', person],
    ['guardian', guardian],
  ] as const) {
    if (one?.realNameLevel === 1 && one.number !== undefined) {
      return { kind, masked: maskIdentity(one.number) };
    }
  }
  return undefined;
}

export const rowsMax = 500;

type Facts = Period & {
  today: string;
  registered: boolean;
  document: Document | undefined;
  issuer: Issuer | undefined;
  rows: readonly Row[];
};

/** Why a certificate is not drawn up; undefined when it is. In order of precedence. */
export function judgeIssue(facts: Facts): RefusalCode | undefined {
  const { from, until, today, rows } = facts;
  if (from > until || until > today) return 'period_unfit';
  if (!facts.registered) return 'not_registered';
  if (!facts.document) return 'identity_needed';
  if (rows.length === 0) return 'nothing_to_certify';
  if (rows.length > rowsMax) return 'certificate_too_long';
  return facts.issuer ? undefined : 'issuer_unready';
}

/** The masked form that the code carries. */
export const masked = (name: string): string => maskName(name);

export const lastFour = ({ masked: number }: Document): string => number.slice(-4);

/** The certificate when its person is gone: its number, its sums and its issuer, and nobody's name. */
export function erased(certificate: Certificate, goneName: string): Certificate {
  return {
    ...certificate,
    ...{ name: goneName, maskedName: goneName, code: '' },
    document: { kind: certificate.document.kind, masked: '' },
  };
}
