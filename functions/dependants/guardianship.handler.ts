import { dependantRoutes } from '#shared/dependants';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, replace, untilWon } from '../platform/table';
import { guardianConsentVersion, isMinor } from '../volunteers/minor.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { ageAt, maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import type { Link } from './link.rules';
import { joined, judgeGuardian, judgeLinking, noFamily } from './link.rules';
import { familyAt, linkAt, linked } from './link.table';
import { linkCodeAt } from './link-code.table';
import { tellOfLink } from './link-notices';
import type { TypedCode } from './typed-code';
import { typedCode } from './typed-code';

/** Says whom a code is about before anything is agreed to. */
export const preview = handle(
  'POST /guardianships/preview',
  dependantRoutes['POST /guardianships/preview'],
  async ({ code: typed }, { caller: { volunteerId: by }, now }) =>
    untilWon(async () => {
      const [guardian] = await read(profileAt(by));
      const unfit = judgeGuardian(guardian, now);
      if (unfit) return refuse(unfit);
      const { code, guard } = await typedCode(typed, { purpose: 'guardian', by, now });
      const [profile] = await read(profileAt(code.subjectId));
      if (!profile || code.subjectId === by) return refuse('link_code_wrong');
      await commit([guard]);
      return {
        maskedName: maskName(profile.name),
        age: ageAt(profile.birthMonth, now),
        consentVersion: guardianConsentVersion,
      };
    }),
);

/** Becomes a guardian: the link, and for a minor the consent with it. A code that was used by the same person did it. */
export const becomeGuardian = handle(
  'POST /guardianships',
  dependantRoutes['POST /guardianships'],
  async ({ code: typed, consentVersion }, { caller: { volunteerId: by }, now }) =>
    untilWon(async () => {
      const [guardian] = await read(profileAt(by));
      const unfit = judgeGuardian(guardian, now);
      if (unfit) return refuse(unfit);
      const found = await typedCode(typed, { purpose: 'guardian', by, now });
      const { subjectId: volunteerId, usedBy } = found.code;
      if (volunteerId === by) return refuse('link_code_wrong');
      if (usedBy === by) return { volunteerId };
      if (consentVersion !== guardianConsentVersion) return refuse('consent_changed');
      await link(found, { guardianId: by, dependantId: volunteerId, now });
      return { volunteerId };
    }),
);

type Pair = { guardianId: string; dependantId: string; now: number };

async function link({ code, mark, guard }: TypedCode, { guardianId, dependantId, now }: Pair) {
  const [known, ours, guardian, dependant, profile] = await read(
    linkAt(guardianId, dependantId),
    code.madeBy === dependantId ? undefined : linkAt(code.madeBy, dependantId),
    familyAt(guardianId),
    familyAt(dependantId),
    profileAt(dependantId),
  );
  if (!profile) return refuse('link_code_wrong');
  const before = { guardian: guardian ?? noFamily, dependant: dependant ?? noFamily };
  const living = known !== undefined && known.endedAt === undefined;
  const minor = isMinor(profile, now);
  const unfit = living ? undefined : judgeLinking(before);
  if (unfit) return refuse(unfit);

  const next: Link = {
    version: known?.version ?? 1,
    ...{ guardianId, dependantId },
    relation: minor ? 'child' : (ours?.relation ?? 'other'),
    since: now,
  };
  const told = [
    ...(before.dependant.ownAccount ? [dependantId] : []),
    ...before.dependant.guardians,
  ];
  const cause = { cause: `${dependantId} ${guardianId} ${now}`, at: now };
  return commit([
    guard,
    replace(linkCodeAt(mark), { ...code, usedBy: guardianId }),
    ...(living ? [] : linked(next, { link: known, guardian, dependant }, joined(before, next))),
    ...(minor ? [replace(profileAt(dependantId), consented(profile, guardianId, now))] : []),
    ...told.filter((one) => one !== guardianId).map((one) => tellOfLink(one, 'linked', cause)),
  ]);
}

const consented = (profile: StoredProfile, volunteerId: string, now: number): StoredProfile => ({
  ...profile,
  guardian: { volunteerId, consentedAt: now, version: guardianConsentVersion },
});
