import { hourMs, minuteMs } from '#shared/time';
import type { ServiceRecord } from '../../../functions/records/record.rules';
import {
  answerUntil,
  conditionsOf,
  judgeFitness,
  judgeSignup,
  judgeTakeover,
  judgeWaiting,
} from '../../../functions/signups/signup.rules';

const startsAt = Date.UTC(2026, 10, 24, 6);
const endsAt = startsAt + 2 * hourMs;
type Shift = Parameters<typeof judgeSignup>[1];
const shift: Shift = { startsAt, endsAt, category: 'environment', conditions: {}, terms: 'now' };
const record = (state: ServiceRecord['state']) => ({ state }) as ServiceRecord;
const grown = {
  ...{ birthMonth: '199003', realNameLevel: 0 as const },
  ...{ skills: [], trainings: [] },
};
const refused = (code: string) => ({ status: 'refused', code });
const [exists, open, confirm] = [{ status: 'exists' }, { status: 'open' }, { status: 'confirm' }];
const off = { cancelledAt: 1 };
const [unread, nobody] = [{ terms: 'old' }, { profile: undefined }];
const old = { conditions: { minAge: 60 } };

type Row = [string, ServiceRecord['state'] | undefined, object, object, number, object];
// One row per outcome, in the order in which they are tried: each row has all reasons of those below it as well.
test.each<Row>([
  ['already signed up', 'signed_up', { ...unread, ...nobody }, off, endsAt, exists],
  ['already waiting', 'waiting', { ...unread, ...nobody }, off, endsAt, exists],
  ['already checked in', 'checked_in', {}, {}, endsAt - 1, exists],
  ['already credited', 'credited', {}, {}, endsAt + 1, exists],
  ['did not come', 'no_show', {}, {}, endsAt + 1, exists],
  ['not registered', undefined, { ...unread, ...nobody }, off, endsAt, refused('not_registered')],
  ['cancelled', undefined, unread, { ...off, ...old }, endsAt, refused('shift_cancelled')],
  ['not for them', undefined, unread, old, endsAt, refused('too_young')],
  ['other risks', undefined, unread, {}, endsAt, refused('terms_changed')],
  ['asked, other risks', 'asked', unread, {}, endsAt, refused('terms_changed')],
  ['at the end', undefined, {}, {}, endsAt, refused('shift_over')],
  ['withdrawn before, at the end', 'withdrawn', {}, {}, endsAt, refused('shift_over')],
  ['a moment before the end', undefined, {}, {}, endsAt - 1, open],
  ['risks without a name, of before', undefined, unread, { terms: undefined }, endsAt - 1, open],
  ['withdrawn before', 'withdrawn', {}, {}, endsAt - 1, open],
  ['asked', 'asked', {}, {}, endsAt - 1, confirm],
  ['asked, cancelled since', 'asked', {}, off, endsAt - 1, refused('shift_cancelled')],
])('signing up, %s', (_name, state, more, change, at, verdict) => {
  const applicant = { record: state && record(state), profile: grown, terms: 'now', ...more };
  expect(judgeSignup(applicant, { ...shift, ...change }, at)).toEqual(verdict);
});

const trained = (ends: number) => ({
  trainings: [{ training: 'first_aid' as const, organisationId: 'o', at: 0, endsAt: ends }],
});
const all = {
  ...{ minAge: 20, maxAge: 60, realName: true },
  ...{ skills: ['driving'], trainings: ['first_aid'] },
} as const;
// One row per outcome, in the order in which they are tried.
test.each<[string, object, object, string | undefined]>([
  [
    'a minor at a rescue',
    { birthMonth: '201001' },
    { category: 'emergency', conditions: all },
    'not_for_minors',
  ],
  [
    'a child without consent',
    { birthMonth: '201511' },
    { conditions: all },
    'guardian_consent_needed',
  ],
  ['too young', { birthMonth: '200611' }, { conditions: all }, 'too_young'],
  [
    'old enough from this month on',
    { birthMonth: '200610' },
    { conditions: { minAge: 20 } },
    undefined,
  ],
  ['too old', { birthMonth: '196001' }, { conditions: all }, 'too_old'],
  ['not verified', {}, { conditions: all }, 'real_name_needed'],
  ['without the skill', { realNameLevel: 1 }, { conditions: all }, 'skill_needed'],
  [
    'not trained',
    { realNameLevel: 1, skills: ['driving'] },
    { conditions: all },
    'training_needed',
  ],
  [
    'trained until the start',
    { realNameLevel: 1, skills: ['driving'], ...trained(startsAt) },
    { conditions: all },
    'training_needed',
  ],
  [
    'all of it',
    { realNameLevel: 1, skills: ['driving'], ...trained(endsAt) },
    { conditions: all },
    undefined,
  ],
  ['nothing asked', {}, {}, undefined],
])('fitness, %s', (_name, person, change, verdict) => {
  expect(judgeFitness({ ...grown, ...person }, { ...shift, ...change })).toBe(verdict);
});

test('conditions → a line each with what is met; of somebody unknown nothing is', () => {
  const asked = {
    ...shift,
    conditions: { ...all, skills: ['driving' as const], trainings: ['first_aid' as const] },
  };
  expect(conditionsOf(asked, grown)).toEqual([
    { kind: 'age', text: '20 至 60 岁', met: true },
    { kind: 'real_name', text: '已实名', met: false },
    { kind: 'skill', text: '会驾驶', met: false },
    { kind: 'training', text: '完成急救培训', met: false },
  ]);
  expect(conditionsOf(asked, undefined).map(({ met }) => met)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  const child = { ...grown, birthMonth: '201511' };
  expect(conditionsOf(shift, child)).toEqual([
    { kind: 'guardian', text: '监护人已同意', met: false },
  ]);
  // No guardian can help there.
  expect(conditionsOf({ ...shift, category: 'emergency' }, child)).toEqual([
    { kind: 'age', text: '年满 18 岁', met: false },
  ]);
  const texts = [{ minAge: 18 }, { maxAge: 60 }].map(
    (conditions) => conditionsOf({ ...shift, conditions }, grown)[0]?.text,
  );
  expect(texts).toEqual(['18 岁及以上', '60 岁及以下']);
});

test.each([
  ['an hour before the start', startsAt - hourMs, 0, 'waiting_closed'],
  ['before, two hundred wait', startsAt - hourMs - 1, 200, 'waiting_full'],
  ['before', startsAt - hourMs - 1, 199, undefined],
])('waiting, %s', (_name, at, ahead, verdict) => {
  expect(judgeWaiting(shift, ahead, at)).toBe(verdict);
});

test.each([
  ['a week before', 7 * 24 * 60, 48 * 60],
  ['a day before', 24 * 60, 22 * 60],
  ['two hours before', 120, 30],
  ['ten minutes before', 10, 10],
])('asked %s → minutes to answer', (_name, minutesBefore, minutesToAnswer) => {
  const now = startsAt - minutesBefore * minuteMs;
  expect((answerUntil(shift, now) - now) / minuteMs).toBe(minutesToAnswer);
});

const me = { volunteerId: 'me', signedUp: true, isMember: true, isAdult: true };
const late = startsAt + 10 * minuteMs;
const gates = { 0: { memberId: 'o', issuedAt: 1 } };
const mine = { standIn: { volunteerId: 'me', at: 1 } };
const theirs = { standIn: { volunteerId: 'other', at: 1 }, gates };
// One row per outcome, in the order in which they are tried.
test.each<[string, object, object, number, object]>([
  ['not signed up', { signedUp: false, isMember: false }, mine, late, refused('not_signed_up')],
  ['no member', { isMember: false }, mine, late, refused('not_allowed')],
  ['a minor', { isAdult: false }, mine, late, refused('not_allowed')],
  ['does already', {}, { ...mine, ...off }, endsAt, exists],
  ['cancelled', {}, off, late - 1, refused('shift_cancelled')],
  ['a moment too early', {}, theirs, late - 1, refused('takeover_too_early')],
  ['over', {}, theirs, endsAt, refused('shift_over')],
  ['somebody else does', {}, theirs, late, refused('taken_over')],
  ['the organiser is there', {}, { gates }, late, refused('organiser_present')],
  ['nobody came', {}, {}, late, { status: 'taken' }],
])('standing in, %s', (_name, who, change, at, verdict) => {
  const standing = { startsAt, endsAt, gates: {}, ...change };
  expect(judgeTakeover(standing, { ...me, ...who }, at)).toEqual(verdict);
});
