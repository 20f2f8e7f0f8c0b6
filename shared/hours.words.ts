/** Words of what stands behind an hour. This file imports nothing. */

/** What stands behind an hour (see docs/decisions and the README's table), the strongest first. */
export const evidenceGrades = {
  A: '两端现场扫码，且有组织者或站点管理员当面确认',
  B: '两端现场扫码，位置与活动地点相符',
  C: '两端现场扫码，或由组织者扫志愿者卡',
  D: '只有一端扫码，按规则关闭',
  E: '人工补录，两人确认并公示',
} as const;
export type EvidenceGrade = keyof typeof evidenceGrades;

/** What the grade of a service rests on. */
export const gradeReasons = {
  typed: '时间由人工补录',
  one_end: '只有一端扫码',
  said: '有一端没有扫码，时间由在场的人说明',
  late: '有一端没有立即上传，由组织者确认',
  weak: '有一端用的是数字码、志愿者卡或浏览器',
  vouched: '有组织者或站点管理员当面扫过您的码',
  place_agrees: '两端的位置都与活动地点相符',
  place_unknown: '没有位置，也没有人当面扫过您的码',
} as const;
export type GradeReason = keyof typeof gradeReasons;

/** How an hours entry is marked: its grade, or that another system vouches for it, which is no grade of ours. */
export const entryGrades = {
  ...evidenceGrades,
  imported: '由其他系统的签名清单转入',
} as const;
export type EntryGrade = keyof typeof entryGrades;

/** Why hours are typed instead of scanned: a closed list, shown to the public. */
export const typingReasons = {
  emergency: '应急任务，事后补录',
  no_network: '现场没有网络，也没有手机可用',
  no_phone: '志愿者没有手机，也没有带卡',
  device_failure: '组织者的设备出了故障',
  paper_list: '按纸质签到表补录',
} as const;
export type TypingReason = keyof typeof typingReasons;

/** What makes an hour doubtful to whoever has to vouch for it; none of it decides by itself. */
export const doubts = {
  shared_device: '同一部手机给几个人扫了码',
  forwarded_picture: '扫的可能是别人转发的图片',
  far_away: '扫码的位置离活动地点较远',
  revoked_gate: '所扫的签到屏后来被停用',
  late_upload: '扫码后没有立即上传',
  joint_statement: '没有扫码，由到场的人共同声明',
  recheck_missed: '随机复核时没有再次扫码',
  one_end: '只有一端扫码',
  typed_time: '时间由组织者填写',
  typed_digits: '输入的是数字码，不是扫码',
  browser_only: '由浏览器代为记录，不能确认是谁的手机',
} as const;
export type Doubt = keyof typeof doubts;
