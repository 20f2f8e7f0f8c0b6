import { said } from './answers';

/**
 * Every refusal a client can meet: its code (a fact), its HTTP status, and the sentence the phone shows.
 * In order of precedence: what stands higher is answered first.
 */
export const refusals = {
  // The request itself.
  request_invalid: { status: 400, message: '提交的内容有误，请检查后再试' },
  request_too_large: { status: 413, message: '提交的内容太大，请减少后再试' },
  too_many_requests: { status: 429, message: said.too_many_requests },

  // Who is asking.
  session_expired: { status: 401, message: '登录已过期，请重新登录' },
  login_code_invalid: { status: 401, message: said.login_code_invalid },
  phone_code_invalid: { status: 422, message: '手机号授权已失效，请重新点击授权' },
  sms_too_often: { status: 429, message: '短信发得太频繁，请过一会儿再获取验证码' },
  phone_unreachable: { status: 422, message: '这个手机号收不到验证码，请检查号码' },
  sms_code_expired: { status: 410, message: '验证码已过期或已用过，请重新获取' },
  sms_code_exhausted: { status: 409, message: '验证码已输错 5 次，请重新获取' },
  sms_code_wrong: { status: 422, message: '验证码不对，请看最新收到的短信' },
  account_at_risk: { status: 403, message: '微信提示该账号存在风险，暂不能登录，请联系微信客服' },

  // What may be seen and done.
  not_found: { status: 404, message: '没有找到，可能已被删除或链接有误' },
  not_allowed: { status: 403, message: '您没有权限做这件事，请联系组织管理员' },
  not_to_oneself: { status: 403, message: '不能办理自己的事项，请由另一位工作人员办理' },
  hand_in_it: { status: 403, message: '您办理过这条记录，请由另一位工作人员决定' },
  joint_from_above: { status: 403, message: '共同声明要由没有组织这场活动的审核人确认' },
  not_registered: { status: 403, message: '请先完成志愿者登记' },
  guardian_consent_needed: { status: 403, message: '未满 14 岁需要监护人先在志愿云里同意' },
  guardian_phone_needed: { status: 422, message: '未满 18 岁请填写监护人的手机号' },
  guardian_too_young: { status: 403, message: '监护人需要年满 18 周岁并已完成登记' },
  already_registered: { status: 409, message: '您已经登记过了' },
  phone_taken: { status: 409, message: '这个手机号已属于另一位志愿者，请联系客服核实' },
  wechat_taken: { status: 409, message: '这个微信已属于另一个账号，请联系组织管理员合并' },
  account_closed: { status: 409, message: '这个账号已合并到另一个账号，请核对后再办理' },
  recovery_closed: { status: 409, message: '这份申请已处理或已过期，请重新提交申请' },
  merge_of_ages: { status: 409, message: '未成年人和成年人的账号不能合并，请核对人员' },
  merge_unfinished: { status: 409, message: '要关闭的账号还有未完成的服务或未领礼品，请先办完' },
  merge_real_name: { status: 409, message: '要关闭的账号已实名，请保留它，关闭另一个' },
  merge_family: { status: 409, message: '要关闭的账号还有监护关系，请先解除' },
  merge_holds_roles: { status: 409, message: '要关闭的账号还担任组织职务，请先卸任' },
  merge_too_large: { status: 409, message: '要关闭的账号加入的组织太多，请先退出一些' },
  wechat_differs: { status: 403, message: '当前微信不是登录的这位志愿者，请重新登录后再试' },
  request_differs: { status: 409, message: said.request_differs },

  // One's own data: real name, consents, taking it along, deleting it.
  identity_number_wrong: { status: 422, message: '身份证号不对，请核对 18 位号码后再试' },
  name_fixed: { status: 409, message: '实名后姓名不能改，如已改名请先撤回实名授权' },
  already_verified: { status: 409, message: '您已完成实名核验，信息有变请先撤回实名授权' },
  identity_tries_spent: { status: 409, message: '今天已核验 3 次，请明天再试' },
  real_name_code_invalid: { status: 422, message: '微信的实名授权已失效，请重新点击授权' },
  wechat_without_name: { status: 409, message: '您的微信还没有实名，请先在微信支付里实名' },
  identity_mismatch: { status: 409, message: '姓名、身份证号与微信实名不一致，请核对后再试' },
  identity_taken: { status: 409, message: '这个身份证号已属于另一个账号，请先找回账号' },
  registration_consent_needed: {
    status: 409,
    message: '没有这项授权就没有账号，如需撤回请注销账号',
  },
  emergency_consent_needed: { status: 409, message: '请先同意保存紧急联系人，再填写' },
  exports_spent: { status: 429, message: '今天已导出 3 次，请明天再试' },
  shift_under_way: { status: 409, message: '您还有服务没签退或待确认，请办完再注销账号' },
  redemption_waits: { status: 409, message: '您还有礼品待领取，请先领取或取消再注销账号' },
  family_linked: { status: 409, message: '您还关联着家人，请先解除或移交再注销账号' },

  // The notice board.
  bulletin_closed: { status: 409, message: '这条公告已经处理过了，请刷新查看' },

  // Looking after somebody, and the printed card.
  link_code_exhausted: { status: 429, message: '输错太多次了，请一小时后再试' },
  link_code_wrong: { status: 422, message: '代码不对或已失效，请对方重新出示后再输入' },
  relation_unfit: { status: 422, message: '关系与出生年月不符，未满 18 岁请选孩子' },
  consent_changed: { status: 409, message: '同意书有更新，请刷新后重新阅读' },
  guardian_not_needed: { status: 409, message: '年满 18 周岁不需要监护人' },
  consent_not_needed: { status: 409, message: '年满 14 周岁不再需要监护人同意' },
  account_in_use: { status: 409, message: '这个账号已经登记过，请组织管理员帮助合并' },
  own_account: { status: 409, message: '对方已有自己的账号，请对方自己操作' },
  dependants_full: { status: 409, message: '最多可以关联 6 位家人' },
  guardians_full: { status: 409, message: '最多可以有 4 位监护人或亲属' },
  guardian_needed: { status: 409, message: '孩子还需要监护人，请先关联另一位监护人' },
  cards_exhausted: { status: 409, message: '换卡次数已用完，请联系组织管理员' },

  // The code in the picture.
  code_unreadable: { status: 422, message: said.code_unreadable },
  code_forged: { status: 422, message: '这不是志愿云签发的码，请向现场组织者核实' },
  code_wrong_kind: { status: 422, message: '这个码不能用在这里，请看清需要扫哪一个码' },
  not_ones_own_card: { status: 403, message: '不能扫自己或家人的志愿者卡，请另一位组织者来扫' },
  card_replaced: { status: 410, message: '这张志愿者卡已挂失，请换用新卡' },
  wrong_activity: { status: 409, message: '这是另一场活动的码，请确认您所在的活动' },
  code_ahead: { status: 409, message: '这个码还没到使用时间，请扫现场屏幕上的码' },
  code_stale: { status: 410, message: '这个码已过时，请扫现场屏幕上最新的码' },
  gate_revoked: { status: 410, message: '这个签到口已停用，请到其他签到口扫码' },
  upload_too_late: {
    status: 410,
    message: '这次扫码上传太晚，活动结束已超过一天，请联系组织者补录',
  },
  gates_exhausted: { status: 409, message: '这场活动的签到口太多了，请停用不用的再试' },
  gate_too_early: { status: 409, message: '活动开始前 30 分钟才能出示签到码' },
  digits_exhausted: { status: 409, message: '数字码已输错 5 次，请扫码或请组织者帮助' },
  digits_wrong: { status: 422, message: '数字码不对或已过时，请看现场屏幕重新输入' },
  claim_expired: { status: 410, message: '这次扫码已超过 10 分钟，请重新扫码' },

  // An activity before and after it is public.
  activity_moved_on: { status: 409, message: '这项活动现在不能这样操作，请刷新看看最新状态' },
  decided_meanwhile: { status: 409, message: '这项活动刚刚已有人审核，请刷新查看结果' },
  activity_changed: { status: 409, message: '别人刚刚改过这项活动，请刷新后再操作' },
  risks_missing: { status: 409, message: '请先写明风险提示，没有风险也要写明' },
  insurance_missing: { status: 409, message: '有危险的活动要有保险，请先填写保险信息' },
  repeat_empty: { status: 409, message: '按这个规则排不出日期，请换一种重复方式' },
  too_many_shifts: { status: 409, message: '场次或人数太多，请减少一些或分成两项活动' },
  shift_ended: { status: 409, message: '这场活动已经结束，不能再取消' },
  shift_started: { status: 409, message: '这场活动已经开始，不能再改期' },
  moved_too_often: { status: 409, message: '这项活动改期太多次了，请重新发起一项活动' },
  organisation_not_active: { status: 409, message: '这个组织还没有通过核验或已冻结，请联系上级' },

  // The shift and the volunteer's own record.
  activity_not_published: { status: 409, message: '活动还没有发布，发布后才能打印海报' },
  shift_cancelled: { status: 409, message: '这场活动已取消' },
  shift_in_the_past: { status: 409, message: '活动时间已经过去，请重新选择时间' },
  shift_too_far_ahead: { status: 409, message: '活动最多提前一年发布，请改近一些' },
  not_for_minors: { status: 409, message: '未成年人不能参加应急救援类活动，可以看看其他活动' },
  too_young: { status: 409, message: '这场活动有年龄要求，您还没到年龄，可以看看其他活动' },
  too_old: { status: 409, message: '这场活动有年龄上限，您已超过，可以看看其他活动' },
  real_name_needed: { status: 409, message: '这场活动要求实名，请先在我的资料里完成实名认证' },
  skill_needed: { status: 409, message: '您的资料里没有这场活动要求的技能，请先补充' },
  training_needed: { status: 409, message: '您还没有这场活动要求的培训，请联系组织者参加' },
  terms_changed: { status: 409, message: '风险提示或保险刚有变动，请重新阅读后再报名' },
  shift_over: { status: 409, message: '这场活动已结束，不能再报名' },
  signup_closed: { status: 409, message: '您已签到，不能再取消报名' },
  not_signed_up: { status: 409, message: '您没有报名这场活动' },
  service_decided: { status: 409, message: '组织者已处理过您这场服务，有疑问请联系组织者' },
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
  waiting_closed: { status: 409, message: '活动开始前 1 小时起不再排候补，可以看看其他活动' },
  waiting_full: { status: 409, message: '候补的人已经很多了，可以看看其他活动' },
  not_missed: { status: 409, message: '这场活动没有记为未到场，不用说明' },
  takeover_too_early: {
    status: 409,
    message: '活动开始 10 分钟后还没有人出示签到码，才能代为组织',
  },
  organiser_present: { status: 409, message: '已有组织者在出示签到码，不用代为组织' },
  taken_over: { status: 409, message: '已有另一位志愿者代为组织，请到这位志愿者那里签到' },
  training_over: { status: 409, message: '有效期要晚于今天，请重新选择日期' },

  // A running shift.
  gate_passed_on: { status: 409, message: '这个签到口已停用或已由别人接管，请刷新查看' },
  extension_too_early: { status: 409, message: '活动开始后才能现场延长，请等活动开始' },
  extension_too_late: { status: 409, message: '签退时间已过，不能再延长，请逐人补录' },
  extension_unfit: {
    status: 422,
    message: '要晚于现在的结束时间，最多延长 4 小时，总共不超过 24 小时',
  },
  not_serving: { status: 409, message: '现在不在服务中，不用登记休息，请刷新查看' },
  breaks_exhausted: { status: 409, message: '这场活动已登记 10 次休息，不能再登记' },
  joint_too_early: { status: 409, message: '活动开始后才能声明到场，请等活动开始' },
  joint_too_late: { status: 409, message: '活动结束已超过 2 小时，请联系组织者补录' },
  joint_alone: { status: 409, message: '只有一个人声明，至少两个人声明后才能确认' },
  codes_shown: { status: 409, message: '现场刚刚有人扫码成功，请到组织者那里扫码' },

  // Typed hours.
  typing_too_early: { status: 409, message: '活动结束后才能补录时长，请等活动结束' },
  typing_closed: { status: 409, message: '活动已结算或结束超过 30 天，不能再补录' },
  typed_person_unfit: { status: 409, message: '没有找到这位成员，请核对姓名和手机号' },
  typed_state_unfit: {
    status: 409,
    message: '这位志愿者在这场活动已有签到或补录记录，请先处理那条记录',
  },
  typed_times_unfit: { status: 422, message: '补录的时间要在活动时间以内，请核对到达和离开时间' },
  typed_overlap: { status: 409, message: '这段时间对方已有另一场服务，请核对时间' },
  allowance_too_large: { status: 409, message: '本月的应急额度已到上限，请下月再批准' },
  typed_cap_reached: { status: 409, message: '本月可补录的时长不够，请下月再补或请审计员批准额度' },

  // Hours.
  root_not_yet: { status: 409, message: '当天的公开凭证在次日 2 点后生成，请明天再看' },

  // What no rule could close, the settlement, and what is said against it.
  record_disputed: { status: 409, message: '这条记录有异议正在核实，请等核实结果' },
  not_pending: { status: 409, message: '这条记录现在不需要确认，请刷新查看' },
  times_scanned: { status: 422, message: '已有扫码时间，不能改写，请只填缺少的时间' },
  times_missing: { status: 422, message: '请填写缺少的到达或离开时间' },
  times_unfit: { status: 422, message: '时间要在活动时间以内，且离开晚于到达，请核对' },
  settle_too_early: { status: 409, message: '活动结束满 24 小时后才能结算，请稍后再来' },
  records_waiting: { status: 409, message: '还有人等待确认，请先逐人处理再结算' },
  notice_over: { status: 409, message: '公示期已过，如有问题请通过投诉反映' },
  appealed_before: { status: 409, message: '这条记录已经申诉过，每条记录只能申诉一次' },
  not_appealable: { status: 409, message: '这条记录现在不用申诉，请刷新查看状态' },
  appeal_over: { status: 409, message: '申诉期已过，仍有问题可以在活动页投诉' },

  // Certificates.
  period_unfit: { status: 422, message: '开始日期不能晚于结束日期，结束日期不能晚于今天' },
  identity_needed: { status: 409, message: '开具证明需要实名，请先在设置里完成实名核验' },
  issuer_unready: { status: 409, message: '这个组织还没有登记证明负责人，请联系组织管理员' },
  nothing_to_certify: { status: 409, message: '这段时间没有公示期满的时长，请换一段时间' },
  certificate_too_long: { status: 409, message: '这段时间的记录太多，请缩短时间，分几份开具' },
  certificate_revoked: { status: 409, message: '这份证明已经吊销，工时更正后可以重新开具' },

  // Complaints.
  complaint_open: { status: 409, message: '还没有答复，请等到答复期限之后' },
  complaint_answered: { status: 409, message: '这条投诉已经答复过了' },
  complaint_final: { status: 409, message: '已由最上级组织答复，如仍有异议请向民政部门反映' },

  // Organisations and who belongs to them.
  organisation_frozen: { status: 409, message: '这个组织已被冻结，请联系上级组织' },
  already_decided: { status: 409, message: '这件事已由其他人处理，请刷新查看结果' },
  changed_meanwhile: { status: 409, message: '内容刚被其他人修改，请刷新后再试' },
  kind_unfit: { status: 409, message: '这类组织不能设在所选上级之下，请换一个上级' },
  move_in_circle: { status: 409, message: '不能移到自己的下级里，请换一个上级' },
  tree_too_deep: { status: 409, message: '组织层级最多八级，请换一个更高的上级' },
  tree_too_wide: { status: 409, message: '下级组织太多，请先把下级分批移动' },
  speciality_unknown: { status: 409, message: '所选特色不在区市的清单里，请重新选择' },
  proposals_exhausted: { status: 409, message: '您发起的组织还有 5 个待核验，请等核验后再发起' },
  memberships_exhausted: { status: 409, message: '您加入的组织太多了，请先退出一些' },
  last_admin: { status: 409, message: '这是最后一位管理员，请先指定另一位管理员' },
  guesses_exhausted: { status: 409, message: '邀请码输错太多次，请一小时后再试' },
  invitation_invalid: { status: 422, message: '邀请码不对或已过期，请向组织要新的邀请码' },

  // Rewards. These are written before they are answered, and stay true for their id.
  reward_off_shelf: { status: 409, message: '这份礼品已下架，积分没有扣' },
  price_changed: { status: 409, message: '兑换所需积分有变动，积分没有扣，请按新价格重新兑换' },
  quota_reached: { status: 409, message: '这份礼品您本月已兑换到上限，积分没有扣' },
  points_short: { status: 409, message: '积分不够，积分没有扣' },
  sold_out: { status: 409, message: '这份礼品刚刚兑完，积分没有扣' },
  redemption_closed: { status: 409, message: '这张兑换单已完成或已取消' },
  pickup_used: { status: 409, message: '这个领取码已经用过了' },
  pickup_expired: { status: 410, message: '领取码已过期，请志愿者刷新后再扫' },

  // Files and lists of people.
  file_unfit: { status: 422, message: '不支持这种文件，请换成电子表格再上传' },
  file_too_large: { status: 413, message: '文件太大，请拆成几份再上传' },
  file_missing: { status: 409, message: '没有收到文件，请重新选择并上传' },
  sheet_unreadable: { status: 422, message: '这个表格打不开，请另存一份再上传' },
  sheet_headings_missing: { status: 422, message: '没有找到姓名和手机号两列，请检查表头' },
  sheet_times_missing: { status: 422, message: '没有找到签到和签退两列，请检查表头' },
  sheet_empty: { status: 422, message: '表格里没有名单，请填写后再上传' },
  sheet_too_long: { status: 422, message: '名单超过 2000 行，请拆成几份再上传' },
  imports_exhausted: { status: 429, message: '今天导入的名单太多了，请明天再来' },

  // Hours from other systems.
  sources_exhausted: { status: 409, message: '登记的来源太多了，请联系客服' },
  source_unconfirmed: { status: 409, message: '这个来源还没有确认或已停用，暂时不能接收' },
  signature_wrong: { status: 422, message: '签名与文件或公钥对不上，请核对后再上传' },
  list_unreadable: { status: 422, message: '首行的来源或清单编号有误，请按格式说明修改' },
  list_too_long: { status: 422, message: '清单超过 5000 行，请拆成几份分别签名' },
  list_empty: { status: 422, message: '清单里没有一行可用的记录，请按格式说明修改' },
  list_differs: { status: 409, message: '这个清单编号已经用过，内容不同，请换一个编号' },
  phone_unverified: { status: 409, message: '请先验证手机号，再来领取转入的时长' },
  name_unverified: { status: 409, message: '请先完成实名核验，再来领取转入的时长' },

  // Rule packs.
  pack_adopted: { status: 409, message: '这个版本已由其他管理员采用，请返回刷新' },
  pack_not_simulated: { status: 409, message: '请先把这个版本试算完，再采用' },
  pack_begins_too_early: { status: 422, message: '规则只能从明天或以后开始，请改生效日期' },
  packs_exhausted: { status: 409, message: '写入的规则版本太多了，请先采用已有的' },

  // Ours.
  sms_unavailable: { status: 503, message: '短信暂时发不出去，请过一会儿再获取' },
  wechat_unavailable: { status: 503, message: '微信服务暂时没有响应，请稍后再试' },
  files_unavailable: { status: 503, message: '文件服务暂时没有响应，请稍后再试' },
  busy: { status: 503, message: said.busy },
  fault: { status: 500, message: said.fault },
} as const;
export type RefusalCode = keyof typeof refusals;
