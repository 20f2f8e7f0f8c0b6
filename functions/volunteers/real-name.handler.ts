import type { Input } from '#shared/api';
import { volunteerRoutes } from '#shared/volunteers';
import type { SignedIn } from '../platform/handle';
import { handle } from '../platform/handle';
import { nameMatches } from '../platform/identity';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import type { Write } from '../platform/table';
import { absent, commit, create, or, read, replace, untilWon } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { personOf } from '../platform/wechat';
import { wayAt } from '../sessions/way.table';
import { consentTexts } from './consent.rules';
import { maskIdentity, tidied } from './identity.rules';
import type { Claim } from './real-name.rules';
import { judgeRealName, verified, withTry } from './real-name.rules';
import type { StoredProfile } from './volunteer.rules';
import { identityOf, noteConsent, profileAt, sealIdentity } from './volunteer.table';

type Request = Input<'POST /me/real-name'>;

/**
 * The real name: the number is checked in itself, a try is counted, WeChat is asked, and what it affirms is kept. WeChat's
 * codes are spent by one question, so only what comes before and after it is run again when a race is lost.
 */
export const verifyName = handle(
  'POST /me/real-name',
  volunteerRoutes['POST /me/real-name'],
  async (request, { caller, now }) => {
    const { name, consentVersion } = request;
    const claim = { name, number: tidied(request.identityNumber), consentVersion };
    const done = { realNameLevel: 1 as const, maskedIdentity: maskIdentity(claim.number) };
    const verdict = await untilWon(() => countTry(caller.volunteerId, claim, now));
    if (verdict.status === 'exists') return done;
    await askWeChat(request, claim, caller);
    await untilWon(() => keep(claim, { ...verdict, caller, now }));
    return done;
  },
);

async function countTry(volunteerId: string, claim: Claim, now: number) {
  const [profile] = await read(profileAt(volunteerId));
  const verdict = judge(volunteerId, claim, { profile, now });
  if (verdict.status === 'refused') return refuse(verdict.code);
  if (verdict.status === 'ask' && profile) {
    await commit([replace(profileAt(volunteerId), withTry(profile, now))]);
  }
  return verdict;
}

type Known = { profile: StoredProfile | undefined; now: number };

const judge = (volunteerId: string, claim: Claim, { profile, now }: Known) =>
  judgeRealName(claim, { profile, knownNumber: profile && identityOf(volunteerId, profile) }, now);

async function askWeChat({ loginCode, realNameCode }: Request, claim: Claim, caller: Caller) {
  const { openid } = await personOf(loginCode);
  const ways = await read(...wayMarks('weapp', openid).map(({ mark }) => wayAt('weapp', mark)));
  // Somebody else's WeChat would affirm somebody else's name.
  if (!ways.some((way) => way?.volunteerId === caller.volunteerId)) return refuse('wechat_differs');
  const { name, number } = claim;
  const answer = await nameMatches({ openid, name, identityNumber: number, code: realNameCode });
  if (answer === 'unknown') return refuse('wechat_without_name');
  if (answer === 'differs') return refuse('identity_mismatch');
}

type Affirmed = Pick<SignedIn, 'caller' | 'now'> & { birthMonth: string };

/** One number is one volunteer, under every pepper that lives. */
async function keep(claim: Claim, { birthMonth, caller, now }: Affirmed): Promise<void> {
  const { volunteerId } = caller;
  const [profile] = await read(profileAt(volunteerId));
  if (!profile) return refuse('not_registered');
  if (profile.realNameLevel === 1) {
    const same = judge(volunteerId, claim, { profile, now }).status === 'exists';
    return same ? undefined : refuse('already_verified');
  }
  const sealedIdentity = sealIdentity(volunteerId, claim.number);
  const next = verified(profile, { name: claim.name, birthMonth, sealedIdentity }, now);
  const word = { purpose: 'real_name' as const, given: true, version: consentTexts.real_name };
  const outcome = await commit([
    replace(profileAt(volunteerId), next),
    noteConsent(volunteerId, { ...word, at: now }),
    ...openByIdentity(volunteerId, claim.number),
  ]);
  if (outcome !== 'done') refuse(outcome);
}

function openByIdentity(volunteerId: string, number: string): Write<'identity_taken'>[] {
  const [{ mark, version }, ...older] = wayMarks('identity', number);
  const way = { volunteerId, epoch: 1, pepperVersion: version, version: 1 };
  return [
    or(create(wayAt('identity', mark), way), 'identity_taken'),
    ...older.map((one) => or(absent(wayAt('identity', one.mark)), 'identity_taken')),
  ];
}
