import type { ActivityShown } from '#shared/activities';
import { earlyMs, graceMs } from '../../shift-times';
import { momentWord } from '../../words';

type Shift = ActivityShown['shifts'][number];

/** The one thing that can be done about a shift now; `none` says why there is nothing. */
export type Action =
  | { does: 'open_sheet'; label: string }
  | { does: 'scan_in'; label: string }
  | { does: 'scan_out'; label: string }
  | { does: 'none'; label: string };

/** What the bar at the foot of the page offers, in the order in which the facts weigh. `now` is the server's, in ms. */
export function actionOf(
  { mine, startsAt, endsAt, cancelled, ...shift }: Shift,
  now: number,
): Action {
  const state = mine?.state;
  if (state === 'no_show') return { does: 'open_sheet', label: '没有您的签到记录' };
  if (state === 'credited') return { does: 'none', label: '已签退，谢谢您' };
  if (state === 'checked_in') {
    if (now > endsAt + graceMs) return { does: 'none', label: '已超过签退时间，请联系组织者' };
    return { does: 'scan_out', label: '扫码签退' };
  }
  if (cancelled) return { does: 'none', label: '这场活动已取消' };
  if (now >= endsAt) return { does: 'none', label: '这场活动已结束' };
  if (state === 'signed_up') {
    if (now >= startsAt - earlyMs) return { does: 'scan_in', label: '扫码签到' };
    return { does: 'none', label: `已报名，${momentWord(startsAt - earlyMs, now)} 起可签到` };
  }
  if (state === 'asked') return { does: 'open_sheet', label: '请确认是否参加' };
  if (state === 'waiting') return { does: 'open_sheet', label: '候补中，看排第几' };
  const full = shift.taken >= shift.capacity;
  return { does: 'open_sheet', label: full ? '名额已满，看候补' : '报名' };
}

/** A sign-up can be taken back until the person has checked in. */
export const canWithdraw = ({ mine, endsAt }: Shift, now: number): boolean =>
  mine?.state === 'signed_up' && now < endsAt;
