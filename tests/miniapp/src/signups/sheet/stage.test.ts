import type { SignupSheet } from '#shared/signups';
import { stageOf, standingWord } from '../../../../../miniapp/src/signups/sheet/stage';

const minute = 60_000;
const startsAt = Date.UTC(2026, 10, 24, 6);
const sheet = {
  ...{ startsAt, endsAt: startsAt + 120 * minute, capacity: 10, taken: 3, cancelled: false },
  ...{ conditions: [{ kind: 'age', text: '18 岁及以上', met: true }], waiting: 0 },
} as unknown as SignupSheet;
const early = startsAt - 90 * minute;
const unmet = { conditions: [{ kind: 'age', text: '18 岁及以上', met: false }] };

// In the order in which the facts weigh.
test.each<[string, object, number, string, string, string | undefined]>([
  ['credited', { state: 'credited', cancelled: true }, early, 'none', '已签退，谢谢您', undefined],
  ['checked in', { state: 'checked_in' }, startsAt, 'none', '您已签到，服务中', undefined],
  ['missed', { state: 'no_show' }, sheet.endsAt, 'none', '没有您的签到记录', undefined],
  [
    'cancelled',
    { cancelled: true, state: 'withdrawn' },
    early,
    'none',
    '这场活动已取消',
    undefined,
  ],
  ['over', { state: 'asked' }, sheet.endsAt, 'none', '这场活动已结束', undefined],
  ['asked', { state: 'asked', taken: 10 }, early, 'confirm', '确认参加', '不参加'],
  ['waiting', { state: 'waiting', position: 3 }, early, 'none', '候补中，第 3 位', '退出候补'],
  ['signed up', { state: 'signed_up' }, early, 'none', '已报名', '取消报名'],
  [
    'signed up, soon',
    { state: 'signed_up' },
    startsAt - 30 * minute,
    'scan',
    '去扫码签到',
    '取消报名',
  ],
  ['not fit', { ...unmet, taken: 10 }, early, 'none', '还不符合报名条件', undefined],
  ['free', {}, early, 'sign_up', '已了解风险，报名', undefined],
  ['free again', { state: 'withdrawn' }, early, 'sign_up', '已了解风险，报名', undefined],
  ['full', { taken: 10 }, early, 'wait', '名额已满，排队候补', undefined],
  [
    'full, an hour before',
    { taken: 10 },
    startsAt - 60 * minute,
    'none',
    '名额已满，候补已截止',
    undefined,
  ],
])('%s → what can be done', (_, change, now, does, label, undo) => {
  const stage = stageOf({ ...sheet, ...change }, now);
  expect([stage.does, stage.label, stage.undo?.label]).toEqual([does, label, undo]);
});

test('what stands above: who asks and until when, or one’s place in the queue', () => {
  const until = startsAt - 30 * minute;
  const asked = (by: string) =>
    standingWord(
      { ...sheet, state: 'asked', question: { by, name: '海尔志愿队', until } } as SignupSheet,
      early,
    );
  expect(asked('group')).toBe('海尔志愿队邀请您参加。名额已为您留到 今天 13:30。');
  expect(asked('moved')).toContain('改到了新的时间');
  expect(standingWord({ ...sheet, state: 'waiting', position: 2, waiting: 5 }, early)).toContain(
    '第 2 位，共 5 人',
  );
  expect(standingWord(sheet, early)).toBe('');
});
