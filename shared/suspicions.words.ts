/** Words of what an auditor looks at. This file imports nothing. */

/** What makes hours suspicious, each with what it means. None of it proves anything by itself. */
export const suspicionRules = {
  impossible_day: '一天的服务时间超出人能做到的',
  two_places: '同一时间出现在两处',
  impossible_travel: '两处之间赶不到',
  shared_device: '一部手机给很多人扫码',
  same_seconds: '很多人的签到签退分秒不差',
  forwarded_pictures: '多人扫的是转发的图片',
  digits_in_bulk: '多数人输入数字码而不扫码',
  far_from_place: '多人扫码时离活动地点很远',
  late_same_code: '多人迟传的是同一张码',
  late_beside_live: '同场别人有网络，多人却事后才传',
  night_typing: '深夜补录',
  instant_approval: '补录几乎立刻就被通过',
  nobody_present: '补录的场次没有任何人扫过码',
  typed_only_people: '补录的人从未扫过码',
  accounts_in_bulk: '同一天注册的一批账号只有补录',
  same_typed_minutes: '一再给很多人补录相同的时间',
  on_one_word: '很多工时只凭一个人的话',
  told_ends: '多数人的离开时间由同一人填写',
  approval_ring: '两个人总是互相通过补录',
  closed_circle: '组织者总是只和同一批人在一起',
  in_step: '同一批人每次都同时到、同时走',
  always_alone: '总是一个人服务，只有同一位组织者作证',
} as const;
export type SuspicionRule = keyof typeof suspicionRules;

/** How much speaks for looking at it; the gravest first. */
export const severities = { grave: '严重', serious: '较重', notice: '值得看' } as const;
export type Severity = keyof typeof severities;

/** What a finding is about. */
export const suspicionSubjects = {
  person: '志愿者',
  staff: '工作人员',
  shift: '场次',
} as const;
export type SuspicionSubject = keyof typeof suspicionSubjects;

/** What an auditor came to. Nothing follows by itself. */
export const suspicionVerdicts = { founded: '属实', unfounded: '不属实' } as const;
export type SuspicionVerdict = keyof typeof suspicionVerdicts;

/** What an auditor noted on an hour of the sample. */
export const sampleResults = { ok: '没有问题', doubtful: '有疑问' } as const;
export type SampleResult = keyof typeof sampleResults;

/** How one end of a service was witnessed. */
export const witnessWords = {
  token: '扫了签到屏上的码',
  digits: '输入了签到屏上的数字',
  claim: '扫码后才登记',
  browser_claim: '用浏览器扫码后才登记',
  countersign: '由工作人员扫本人的码',
  card: '由工作人员扫志愿者卡',
  joint: '没有扫码，到场的人共同声明',
  confirmed: '没有扫码，时间由工作人员填写',
} as const;
export type WitnessWord = keyof typeof witnessWords;
