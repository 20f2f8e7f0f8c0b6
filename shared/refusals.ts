/**
 * Every refusal a client can meet: its code (a fact), its HTTP status, and the sentence the phone shows.
 * In order of precedence: what stands higher is answered first. This file imports nothing.
 */
export const refusals = {
  // The request itself.
  request_invalid: { status: 400, message: '提交的内容有误，请检查后再试' },
  request_too_large: { status: 413, message: '提交的内容太大，请减少后再试' },
  too_many_requests: { status: 429, message: '操作太频繁，请过一会儿再试' },

  // Who is asking.
  session_expired: { status: 401, message: '登录已过期，请重新登录' },
  login_code_invalid: { status: 401, message: '微信登录没有成功，请再试一次' },
  phone_code_invalid: { status: 422, message: '手机号授权已失效，请重新点击授权' },
  account_at_risk: { status: 403, message: '微信提示该账号存在风险，暂不能登录，请联系微信客服' },

  // What may be seen and done.
  not_found: { status: 404, message: '没有找到，可能已被删除或链接有误' },
  not_allowed: { status: 403, message: '您没有权限做这件事，请联系组织管理员' },
  not_to_oneself: { status: 403, message: '不能给自己核销，请由另一位柜台人员办理' },
  not_registered: { status: 403, message: '请先完成志愿者登记' },
  already_registered: { status: 409, message: '您已经登记过了' },
  phone_taken: { status: 409, message: '这个手机号已属于另一位志愿者，请联系客服核实' },
  request_differs: { status: 409, message: '这次操作与之前提交的不一致，请重新操作' },

  // The code in the picture.
  code_unreadable: { status: 422, message: '没有识别出志愿云的码，请对准现场屏幕上的二维码' },
  code_forged: { status: 422, message: '这不是志愿云签发的码，请向现场组织者核实' },
  code_wrong_kind: { status: 422, message: '这个码不能用在这里，请看清需要扫哪一个码' },
  wrong_activity: { status: 409, message: '这是另一场活动的码，请确认您所在的活动' },
  code_ahead: { status: 409, message: '这个码还没到使用时间，请扫现场屏幕上的码' },
  code_stale: { status: 410, message: '这个码已过时，请扫现场屏幕上最新的码' },
  gate_revoked: { status: 410, message: '这个签到口已停用，请到其他签到口扫码' },
  gates_exhausted: { status: 409, message: '这场活动的签到口太多了，请停用不用的再试' },
  gate_too_early: { status: 409, message: '活动开始前 30 分钟才能出示签到码' },
  digits_exhausted: { status: 409, message: '数字码已输错 5 次，请扫码或请组织者帮助' },
  digits_wrong: { status: 422, message: '数字码不对或已过时，请看现场屏幕重新输入' },
  claim_expired: { status: 410, message: '这次扫码已超过 10 分钟，请重新扫码' },

  // The shift and the volunteer's own record.
  shift_cancelled: { status: 409, message: '这场活动已取消' },
  shift_in_the_past: { status: 409, message: '活动时间已经过去，请重新选择时间' },
  shift_too_far_ahead: { status: 409, message: '活动最多提前一年发布，请改近一些' },
  shift_over: { status: 409, message: '这场活动已结束，不能再报名' },
  signup_closed: { status: 409, message: '您已签到，不能再取消报名' },
  not_signed_up: { status: 409, message: '您没有报名这场活动' },
  checkin_too_early: { status: 409, message: '还没到签到时间，活动开始前 30 分钟可以签到' },
  checkin_too_late: { status: 409, message: '活动已结束，不能再签到' },
  not_checked_in: { status: 409, message: '您还没有签到，请先扫签到码' },
  checkout_too_early: {
    status: 409,
    message: '服务还不满 1 分钟，请在活动开始并服务满 1 分钟后再签退',
  },
  checkout_too_late: { status: 409, message: '已超过签退时间，请联系组织者' },
  calendar_overlap: { status: 409, message: '这段时间您已有另一场活动，请先取消那一场' },
  calendar_full: { status: 409, message: '您已报名的活动太多了，请先完成或取消一些' },
  shift_full: { status: 409, message: '名额已满，可以看看其他场次' },

  // Rewards. These are written before they are answered, and stay true for their id.
  reward_off_shelf: { status: 409, message: '这份礼品已下架，积分没有扣' },
  price_changed: { status: 409, message: '兑换所需积分有变动，积分没有扣，请按新价格重新兑换' },
  quota_reached: { status: 409, message: '这份礼品您本月已兑换到上限，积分没有扣' },
  points_short: { status: 409, message: '积分不够，积分没有扣' },
  sold_out: { status: 409, message: '这份礼品刚刚兑完，积分没有扣' },
  redemption_closed: { status: 409, message: '这张兑换单已完成或已取消' },
  pickup_used: { status: 409, message: '这个领取码已经用过了' },
  pickup_expired: { status: 410, message: '领取码已过期，请志愿者刷新后再扫' },

  // Ours.
  wechat_unavailable: { status: 503, message: '微信服务暂时没有响应，请稍后再试' },
  busy: { status: 503, message: '现在人太多，请稍后再试，您的操作没有丢' },
  fault: { status: 500, message: '服务出了点问题，我们已记录，请稍后再试' },
} as const;
export type RefusalCode = keyof typeof refusals;

/**
 * Whether an answer settles a queued request for good: the phone may then drop its id. Signing in again, waiting or
 * a repaired service can still change the answer to the others.
 */
export function isDurable(status: number): boolean {
  return status < 500 && ![400, 401, 404, 408, 413, 429].includes(status);
}
