import { api } from '#shared/api';
import { draftOfPack } from '../support/given-packs';

const write = (draft: object) =>
  api['POST /rule-packs'].request.safeParse({
    ...{ requestId: '01JD0000000000000000000000', packId: 'qingdao', draft },
  }).success;

test('a draft as an administrator writes it → taken', () => {
  expect(write(draftOfPack())).toBe(true);
});

const step = (fromMinutes: number, countsMinutes: number) => ({ fromMinutes, countsMinutes });
const steps = (short: object[], rest: object[] = []) => ({
  rounding: { kind: 'steps', short, rest },
});

test.each([
  ['steps that descend', steps([step(30, 60), step(1, 30)])],
  ['more minutes that count less', steps([step(1, 60), step(30, 30)])],
  ['more than an hour out of a part of one', steps([], [step(30, 61)])],
  ['a week that holds less than a day', { dailyMaxMinutes: 480, weeklyMaxMinutes: 420 }],
  ['a day of more than 24 hours', { dailyMaxMinutes: 1_441, weeklyMaxMinutes: 10_080 }],
  ['no notice at all', { noticeDays: 0 }],
  ['half of all hours typed', { typedCap: { percent: 51, floorMinutes: 0 } }],
  ['a negative rate', { points: { perHour: -1, byCategory: {} } }],
  ['a category that there is not', { points: { perHour: 600, byCategory: { karaoke: 60 } } }],
  ['a region that is no number', { region: '青岛' }],
  ['stars that descend', { stars: [star('一星', 300), star('二星', 100)] }],
  ['two stars of one name', { stars: [star('一星', 100), star('一星', 300)] }],
  ['half a minute', { minimumMinutes: 0.5 }],
  ['a field that nobody knows', { bonus: 1 }],
])('%s → refused', (_name, more) => {
  expect(write({ ...draftOfPack(), ...more })).toBe(false);
});

function star(name: string, hours: number) {
  return { name, hours, reviewed: false };
}
