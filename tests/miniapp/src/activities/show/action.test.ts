import { actionOf, canWithdraw } from '../../../../../miniapp/src/activities/show/action';

const minute = 60_000;
const startsAt = Date.UTC(2026, 10, 24, 6);
const shift = {
  shiftId: 'abcdefabcdef',
  startsAt,
  endsAt: startsAt + 120 * minute,
  capacity: 10,
  taken: 3,
  cancelled: false,
};
const early = startsAt - 60 * minute;
type Case = [string, Partial<typeof shift & { mine: object }>, number, string, string];

test.each<Case>([
  ['free', {}, early, 'open_sheet', '报名'],
  ['running, free', {}, startsAt + minute, 'open_sheet', '报名'],
  ['full', { taken: 10 }, early, 'open_sheet', '名额已满，看候补'],
  ['asked', { mine: { state: 'asked' } }, early, 'open_sheet', '请确认是否参加'],
  ['waiting', { mine: { state: 'waiting' }, taken: 10 }, early, 'open_sheet', '候补中，看排第几'],
  ['did not come', { mine: { state: 'no_show' } }, shift.endsAt, 'open_sheet', '没有您的签到记录'],
  ['cancelled', { cancelled: true }, early, 'none', '这场活动已取消'],
  ['over', {}, shift.endsAt, 'none', '这场活动已结束'],
  [
    'signed up, early',
    { mine: { state: 'signed_up' } },
    early,
    'none',
    '已报名，今天 13:30 起可签到',
  ],
  [
    'signed up, 30 min before',
    { mine: { state: 'signed_up' } },
    startsAt - 30 * minute,
    'scan_in',
    '扫码签到',
  ],
  [
    'signed up and full',
    { mine: { state: 'signed_up' }, taken: 10 },
    startsAt,
    'scan_in',
    '扫码签到',
  ],
  ['withdrawn', { mine: { state: 'withdrawn' } }, early, 'open_sheet', '报名'],
  ['checked in', { mine: { state: 'checked_in' } }, startsAt + minute, 'scan_out', '扫码签退'],
  [
    'checked in, over',
    { mine: { state: 'checked_in' } },
    shift.endsAt + minute,
    'scan_out',
    '扫码签退',
  ],
  [
    'checked in, two hours over',
    { mine: { state: 'checked_in' } },
    shift.endsAt + 121 * minute,
    'none',
    '已超过签退时间，请联系组织者',
  ],
  ['credited', { mine: { state: 'credited' } }, startsAt, 'none', '已签退，谢谢您'],
])('%s → %s', (_, facts, now, does, label) => {
  const it = { ...shift, ...facts } as Parameters<typeof actionOf>[0];
  expect(actionOf(it, now)).toEqual({ does, label });
});

test('withdrawing → only from signed up until checked in or over', () => {
  const mine = (state: string) =>
    ({ ...shift, mine: { state } }) as Parameters<typeof canWithdraw>[0];
  expect(canWithdraw(mine('signed_up'), early)).toBe(true);
  expect(canWithdraw(mine('checked_in'), startsAt)).toBe(false);
  expect(canWithdraw(mine('signed_up'), shift.endsAt)).toBe(false);
  expect(canWithdraw(shift, early)).toBe(false);
});
