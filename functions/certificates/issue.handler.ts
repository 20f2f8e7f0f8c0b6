import type { Input } from '#shared/api';
import { certificatePurpose, essentialsText } from '#shared/certificate-code';
import { certificateRoutes } from '#shared/certificates';
import { dayOf } from '#shared/time';
import { actingFor } from '../dependants/acting';
import { hashOf } from '../ledger/chain';
import { walletAt } from '../ledger/wallet.table';
import { publicOrganisation } from '../organisations/organisation-for';
import type { SignedIn } from '../platform/handle';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { signingKeys } from '../platform/signing';
import { commit, create, read, unchanged, untilWon } from '../platform/table';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { identityOf, profileAt } from '../volunteers/volunteer.table';
import { bookOf } from './book';
import type { Certificate, Row } from './certificate.rules';
import {
  byDay,
  documentOf,
  inPeriod,
  judgeIssue,
  lastFour,
  masked,
  rowOf,
  sumsOf,
} from './certificate.rules';
import type { Ask } from './certificate.table';
import { askAt, certificateAt, drawUp, issuerAt } from './certificate.table';
import { certificateOf } from './certificate-for';
import { certificateNumber } from './number.rules';
import { shownOf } from './shown';

type Request = Input<'POST /certificates'>;
const route = 'POST /certificates';

/**
 * Certifies what one organisation recorded of a person in a period. The same content is the same certificate, however
 * often it is asked for. The commit holds only while the wallet is the one that was read: a correction that came
 * meanwhile is seen, one that comes later finds the certificate.
 */
export const issue = handle(route, certificateRoutes[route], (request, { caller, now }) =>
  untilWon(async () => {
    const { volunteerId, actedBy } = await actingFor(caller, request.forVolunteerId);
    const asked = await answered(volunteerId, request);
    if (asked) return asked;
    const { certificate, rows, wallet } = await drafted(request, { volunteerId, actedBy, now });
    const { certificateId } = certificate;
    const { organisationId, from, until, requestId } = request;
    const ask: Ask = { version: 1, certificateId, organisationId, from, until };
    const [known] = await read(certificateAt(volunteerId, certificateId));
    await commit([
      create(askAt(volunteerId, requestId), ask),
      unchanged(walletAt(volunteerId), wallet),
      ...(known ? [] : drawUp(certificate, { version: 1, rows })),
    ]);
    return shownOf(known ?? certificate, { version: 1, rows });
  }),
);

/** What the same request became before. */
async function answered(volunteerId: string, { requestId, organisationId, from, until }: Request) {
  const [ask] = await read(askAt(volunteerId, requestId));
  if (!ask) return undefined;
  const same = ask.organisationId === organisationId && ask.from === from && ask.until === until;
  if (!same) return refuse('request_differs');
  const { certificate, body } = await certificateOf(volunteerId, ask.certificateId);
  return shownOf(certificate, body);
}

type Whom = { volunteerId: string; actedBy?: string | undefined } & Pick<SignedIn, 'now'>;

async function drafted(request: Request, { volunteerId, actedBy, now }: Whom) {
  const { organisationId, from, until } = request;
  const organisation = await publicOrganisation(organisationId);
  const [profile, guardian, wallet, issuer] = await read(
    profileAt(volunteerId),
    actedBy === undefined ? undefined : profileAt(actedBy),
    walletAt(volunteerId),
    issuerAt(organisationId),
  );
  const rows = await rowsOf(volunteerId, request, now);
  const document = profile && documentFor({ volunteerId, profile }, { actedBy, guardian });
  const refused = judgeIssue({
    ...{ from, until, today: dayOf(now), registered: profile !== undefined },
    ...{ document, issuer, rows },
  });
  if (refused) return refuse(refused);
  if (!profile || !document || !issuer) throw new Error('judged without its facts');
  const { responsibleName, handlerName, contactPhone } = issuer;
  const facts = {
    ...{ volunteerId, name: profile.name, document, organisationId, from, until },
    ...{ organisationName: organisation.name, path: organisation.path },
    issuer: { responsibleName, handlerName, contactPhone },
  };
  return { certificate: await signed(facts, rows, now), rows, wallet };
}

const documentFor = (
  { volunteerId, profile }: { volunteerId: string; profile: StoredProfile },
  { actedBy, guardian }: { actedBy?: string | undefined; guardian: StoredProfile | undefined },
) =>
  documentOf(
    { ...profile, number: identityOf(volunteerId, profile) },
    guardian && actedBy !== undefined
      ? { ...guardian, number: identityOf(actedBy, guardian) }
      : undefined,
  );

async function rowsOf(volunteerId: string, period: Request, now: number): Promise<Row[]> {
  const book = await bookOf(volunteerId, {
    now,
    wanted: (entry) => entry.organisationId === period.organisationId && inPeriod(entry, period),
  });
  return book.flatMap(({ entry, final }) => (final ? [rowOf(entry)] : [])).sort(byDay);
}

type Facts = Pick<
  Certificate,
  | 'volunteerId'
  | 'name'
  | 'document'
  | 'organisationId'
  | 'organisationName'
  | 'path'
  | 'issuer'
  | 'from'
  | 'until'
>;

async function signed(facts: Facts, rows: Row[], now: number): Promise<Certificate> {
  const { path: _, ...content } = facts;
  const certificateId = idFor('certificate', hashOf({ ...content, rows }));
  const number = certificateNumber(certificateId, dayOf(now).slice(0, 4));
  const [key] = await signingKeys();
  const minutes = sumsOf(rows);
  const { organisationId, organisationName, from, until } = facts;
  const maskedName = masked(facts.name);
  const text = essentialsText({
    ...{ keyId: key.keyId, number, name: maskedName, lastFour: lastFour(facts.document) },
    ...{ organisationId, organisationName, from, until, minutes, issuedOn: dayOf(now) },
  });
  const signature = key.sign(Buffer.from(certificatePurpose + text));
  return {
    ...facts,
    ...{ version: 1, certificateId, number, maskedName, minutes, issuedAt: now, state: 'issued' },
    code: Buffer.concat([Buffer.from(text), signature]).toString('base64url'),
  };
}
