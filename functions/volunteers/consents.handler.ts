import type { Response } from '#shared/api';
import { volunteerRoutes } from '#shared/volunteers';
import { consentPrefix, profileKey } from '../keys';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, query, read, remove, replace, untilWon } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { wayAt } from '../sessions/way.table';
import type { Said } from './consent.rules';
import { consentOf, consentTexts, judgeConsent, purposes } from './consent.rules';
import type { Consent, StoredProfile } from './volunteer.rules';
import { without } from './volunteer.rules';
import type { ConsentWord } from './volunteer.table';
import { erasureAt, identityOf, noteConsent, planErasure, profileAt } from './volunteer.table';

const historyMax = 50;

/** Each purpose with its last word, and the words before. */
export const showConsents = handle(
  'GET /me/consents',
  volunteerRoutes['GET /me/consents'],
  async (_, { caller: { volunteerId } }) => {
    const [[profile], { items }] = await Promise.all([
      read(profileAt(volunteerId)),
      query<ConsentWord>({
        pk: profileKey(volunteerId).pk,
        prefix: consentPrefix,
        newestFirst: true,
        limit: historyMax,
      }),
    ]);
    const history = items.map(({ purpose, given, version, at }) => ({
      ...{ purpose, given, version, at },
    }));
    return { consents: shownConsents((profile ?? refuse('not_registered')).consents), history };
  },
);

/** Gives or withdraws one purpose; what a withdrawal erases goes in the same commit, or is planned in it. */
export const sayConsent = handle(
  'PUT /me/consents',
  volunteerRoutes['PUT /me/consents'],
  async (said, { caller: { volunteerId }, now }) =>
    untilWon(async () => {
      const [profile, planned] = await read(
        profileAt(volunteerId),
        erasureAt(volunteerId, 'place'),
      );
      const verdict = judgeConsent(profile, said, now);
      if (verdict.status === 'refused' || !profile) {
        return refuse(verdict.status === 'refused' ? verdict.code : 'not_registered');
      }
      if (verdict.status === 'exists') return { consents: shownConsents(profile.consents) };
      const { consents } = verdict;
      const next = said.given ? profile : stripped(profile, said.purpose);
      await commit([
        replace(profileAt(volunteerId), { ...next, consents }),
        noteConsent(volunteerId, { ...said, at: now }),
        ...(said.given ? [] : await followingFrom(volunteerId, { said, profile })),
        ...(!said.given && said.purpose === 'location'
          ? [planErasure(volunteerId, planned, { kind: 'place', since: now, dueAt: now })]
          : []),
      ]);
      return { consents: shownConsents(consents) };
    }),
);

/** The profile without what was kept for a purpose that was taken back. */
function stripped(profile: StoredProfile, purpose: Said['purpose']): StoredProfile {
  if (purpose === 'emergency_contact') return without(profile, 'sealedEmergency');
  if (purpose !== 'real_name') return profile;
  return { ...without(profile, 'sealedIdentity'), realNameLevel: 0 };
}

/** Without the real name the number opens nothing and is free for whoever it belongs to. */
async function followingFrom(
  volunteerId: string,
  { said, profile }: { said: Said; profile: StoredProfile },
): Promise<Write[]> {
  const number = said.purpose === 'real_name' ? identityOf(volunteerId, profile) : undefined;
  if (number === undefined) return [];
  const places = wayMarks('identity', number).map(({ mark }) => wayAt('identity', mark));
  const ways = await read(...places);
  return places.flatMap((at, index) => {
    const way = ways[index];
    return way?.volunteerId === volunteerId ? [remove(at, way)] : [];
  });
}

const shownConsents = (consents: Consent[]): Response<'PUT /me/consents'>['consents'] =>
  purposes.map((purpose) => {
    const consent = consentOf({ consents }, purpose);
    const version = consentTexts[purpose];
    const state = !consent ? 'unsaid' : consent.withdrawnAt === undefined ? 'given' : 'withdrawn';
    return {
      ...{ purpose, version, state },
      needed: purpose === 'registration',
      ...(consent && { at: consent.withdrawnAt ?? consent.at }),
      ...(state === 'given' && consent?.version !== version && { olderVersion: consent?.version }),
    };
  });
