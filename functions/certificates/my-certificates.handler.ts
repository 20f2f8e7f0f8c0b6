import type { CertificateSource } from '#shared/certificates';
import { certificateRoutes } from '#shared/certificates';
import { actingFor } from '../dependants/acting';
import { myCertificatesIndex } from '../indexes';
import { organisationAt } from '../organisations/organisation.table';
import { handle } from '../platform/handle';
import { glance, query, read } from '../platform/table';
import { identityOf, profileAt } from '../volunteers/volunteer.table';
import { bookOf } from './book';
import type { Certificate } from './certificate.rules';
import { dayServed, documentOf } from './certificate.rules';
import { cardOf } from './shown';

/** The certificates of oneself or of somebody one looks after, the newest first. */
export const myCertificates = handle(
  'GET /me/certificates',
  certificateRoutes['GET /me/certificates'],
  async ({ forVolunteerId, limit, cursor }, { caller }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    const page = await query<Certificate>({
      ...{ index: 'gx1', pk: myCertificatesIndex(volunteerId), limit, cursor, newestFirst: true },
    });
    return { certificates: page.items.map(cardOf), cursor: page.cursor };
  },
);

/** So many organisations at most are offered; nobody has served for more. */
const sourcesMax = 50;

/** Who recorded hours of a person, and how many of them can be certified now. */
export const certificateSources = handle(
  'GET /me/certificate-sources',
  certificateRoutes['GET /me/certificate-sources'],
  async ({ forVolunteerId }, { caller, now }) => {
    const { volunteerId, actedBy } = await actingFor(caller, forVolunteerId);
    const [profile, guardian] = await read(
      profileAt(volunteerId),
      actedBy === undefined ? undefined : profileAt(actedBy),
    );
    const book = await bookOf(volunteerId, { now, wanted: () => true });
    const found = new Map<string, CertificateSource>();
    for (const { entry, final } of book) {
      const { organisationId = '', creditedMinutes } = entry;
      const day = dayServed(entry);
      const known = found.get(organisationId) ?? {
        ...{ organisationId, organisationName: '', from: day, until: day },
        ...{ finalMinutes: 0, waitingMinutes: 0 },
      };
      const kind = final ? 'finalMinutes' : 'waitingMinutes';
      found.set(organisationId, {
        ...known,
        [kind]: known[kind] + creditedMinutes,
        from: day < known.from ? day : known.from,
        until: day > known.until ? day : known.until,
      });
    }
    const sources = [...found.values()]
      .sort((a, b) => b.finalMinutes - a.finalMinutes)
      .slice(0, sourcesMax);
    const organisations = await glance(...sources.map((it) => organisationAt(it.organisationId)));
    const numbered = (id: string, it: typeof profile) =>
      it && { ...it, number: identityOf(id, it) };
    const own = numbered(volunteerId, profile);
    const document = own && documentOf(own, numbered(actedBy ?? '', guardian));
    return {
      sources: sources.map((it, index) => ({
        ...it,
        organisationName: organisations[index]?.name ?? '',
      })),
      ...(document && { identity: document.kind }),
      now,
    };
  },
);
