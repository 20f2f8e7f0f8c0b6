import type { SignupSheet } from '#shared/signups';
import { earlyMs } from '../../shift-times';
import { momentWord } from '../../words';

export type Stage = {
  /** The one thing that can be done now; `none`: the label says why there is nothing. */
  does: 'sign_up' | 'confirm' | 'wait' | 'scan' | 'none';
  label: string;
  /** What can be taken back. */
  undo?: { label: string; title: string; text: string };
};
type Sheet = Pick<
  SignupSheet,
  'state' | 'position' | 'cancelled' | 'startsAt' | 'endsAt' | 'capacity' | 'taken' | 'conditions'
>;

const waitingClosesMs = 3_600_000;

const undo = {
  signed_up: {
    label: '取消报名',
    title: '取消这次报名？',
    text: '名额会让给候补的人；想再参加可以重新报名。',
  },
  asked: { label: '不参加', title: '不参加这场活动？', text: '为您留的名额会让给别人。' },
  waiting: { label: '退出候补', title: '不再候补？', text: '再排要从队尾开始。' },
} as const;

/** What the foot of the page offers, in the order in which the facts weigh. `now` is the server's, in ms. */
export function stageOf(sheet: Sheet, now: number): Stage {
  const { state, cancelled, endsAt, startsAt } = sheet;
  if (state === 'credited') return none('已签退，谢谢您');
  if (state === 'checked_in') return none('您已签到，服务中');
  if (state === 'no_show') return none('没有您的签到记录');
  if (cancelled) return none('这场活动已取消');
  if (now >= endsAt) return none('这场活动已结束');
  if (state === 'asked') return { does: 'confirm', label: '确认参加', undo: undo.asked };
  if (state === 'waiting') {
    const place = sheet.position === undefined ? '' : `，第 ${sheet.position} 位`;
    return { ...none(`候补中${place}`), undo: undo.waiting };
  }
  if (state === 'signed_up') {
    const open = now >= startsAt - earlyMs;
    const next = open ? ({ does: 'scan', label: '去扫码签到' } as const) : none('已报名');
    return { ...next, undo: undo.signed_up };
  }
  if (sheet.conditions.some((it) => !it.met)) return none('还不符合报名条件');
  if (sheet.taken < sheet.capacity) return { does: 'sign_up', label: '已了解风险，报名' };
  if (now >= startsAt - waitingClosesMs) return none('名额已满，候补已截止');
  return { does: 'wait', label: '名额已满，排队候补' };
}

const none = (label: string): Stage => ({ does: 'none', label });

/** What stands above everything else about one's own part in it; empty when there is nothing to say. */
export function standingWord(sheet: SignupSheet, now: number): string {
  const { state, question, position, waiting } = sheet;
  if (state === 'asked' && question) {
    const who =
      question.by === 'group' ? `${question.name}邀请您参加` : '活动改到了新的时间，请确认还来不来';
    return `${who}。名额已为您留到 ${momentWord(question.until, now)}。`;
  }
  if (state === 'waiting' && position !== undefined) {
    return `您在候补第 ${position} 位，共 ${waiting} 人。有名额会自动转为报名并通知您，开始前 1 小时截止。`;
  }
  return '';
}
