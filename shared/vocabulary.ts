/** Words of the domain that both sides need at run time. This file imports nothing. */

/** Qingdao's ten districts by their six-digit code (national statistics, 2023). */
export const districts = {
  '370202': '市南区',
  '370203': '市北区',
  '370211': '黄岛区',
  '370212': '崂山区',
  '370213': '李沧区',
  '370214': '城阳区',
  '370215': '即墨区',
  '370281': '胶州市',
  '370283': '平度市',
  '370285': '莱西市',
} as const;
export type District = keyof typeof districts;
export const districtCodes = Object.keys(districts) as District[];

/** The city's seventeen categories of service: a closed list, in the order the city names them. */
export const categories = {
  theory: '理论政策宣讲',
  culture: '文化艺术服务',
  social_science: '社科普及惠民',
  education: '助学支教',
  medical: '医疗健身',
  science: '科学普及',
  law: '法律服务',
  environment: '卫生环保',
  relief: '扶难解困',
  civility: '文明倡导',
  counselling: '心理关爱',
  emergency: '应急救援',
  convenience: '便民服务',
  elders: '敬老爱老',
  children: '关爱未成年人',
  wholesome_life: '美德健康生活方式',
  customs: '移风易俗',
} as const;
export type Category = keyof typeof categories;

/** 五为: whom a service is for. */
export const beneficiaries = {
  elders: '为老',
  children: '为小',
  hardship: '为困难群体',
  comfort: '为需要心理疏导和情感慰藉群体',
  public: '为社会公共需要',
} as const;
export type Beneficiary = keyof typeof beneficiaries;

export const stationKinds = {
  lei_feng: '学雷锋志愿服务站',
  centre: '文明实践中心',
  hall: '文明实践所',
  village: '文明实践站',
} as const;
export type StationKind = keyof typeof stationKinds;

/** What a station offers; the index is what the city's list carries. */
export const stationServices = {
  water: '饮水',
  charging: '手机充电',
  umbrella: '雨伞借用',
  first_aid: '急救药箱',
  wheelchair: '轮椅借用',
  reading_glasses: '老花镜',
  rest: '歇脚休息',
  guidance: '咨询引导',
  blood_pressure: '量血压',
  heating: '热饭',
  reading: '图书阅览',
  redemption: '积分兑换',
} as const;
export type StationService = keyof typeof stationServices;

export const organisationRoles = {
  member: '成员',
  organiser: '活动组织者',
  approver: '审核人',
  keeper: '站点管理员',
  counter: '兑换柜台',
  auditor: '审计员',
  admin: '管理员',
} as const;
export type Role = keyof typeof organisationRoles;

/** What an organisation is; the order is from the top of a tree down. Places of 文明实践 are a tree of their own. */
export const organisationKinds = {
  federation: '联合会',
  corps: '总队',
  brigade: '支队',
  team: '分队',
  squad: '小分队',
  company: '企业',
  centre: '文明实践中心',
  hall: '文明实践所',
  village: '文明实践站',
} as const;
export type OrganisationKind = keyof typeof organisationKinds;

/** An organisation counts from its verification by the one above. */
export const organisationStates = {
  pending: '待核验',
  active: '正常',
  rejected: '未通过核验',
  frozen: '已冻结',
} as const;
export type OrganisationState = keyof typeof organisationStates;

/** How somebody stands to an organisation. Only an active membership carries roles. */
export const membershipStates = {
  requested: '待同意加入',
  invited: '待本人确认',
  active: '成员',
  declined: '未同意',
  left: '已退出',
} as const;
export type MembershipState = keyof typeof membershipStates;

/** How far an activity has come; what runs now is said by its shifts. */
export const activityStates = {
  draft: '草稿',
  in_review: '待审核',
  published: '已发布',
  settling: '结算中',
  settled: '已结算',
  cancelled: '已取消',
} as const;
export type ActivityState = keyof typeof activityStates;

/** What people say they can do. */
export const skills = {
  first_aid: '急救',
  medical: '医疗护理',
  counselling: '心理疏导',
  law: '法律咨询',
  teaching: '课业辅导',
  sign_language: '手语',
  foreign_language: '外语',
  driving: '驾驶',
  repair: '水电维修',
  haircut: '理发',
  computer: '电脑网络',
  photography: '摄影',
  performance: '文艺表演',
  writing: '文字宣传',
  cooking: '烹饪',
  lifesaving: '游泳救生',
} as const;
export type Skill = keyof typeof skills;

/** What an organisation has trained somebody in. */
export const trainings = {
  basics: '志愿服务基础培训',
  first_aid: '急救培训',
  emergency: '应急救援培训',
  children: '未成年人服务培训',
  elders: '为老服务培训',
} as const;
export type Training = keyof typeof trainings;

/** What somebody allows with their data, each by itself (个人信息保护法 §14–16, §29). Without registration there is no account. */
export const consentPurposes = {
  registration: '志愿者登记',
  location: '扫码时的位置见证',
  real_name: '实名核验',
  emergency_contact: '紧急联系人',
  messages: '微信消息提醒',
  province: '向省志愿服务平台提供工时',
} as const;
export type ConsentPurpose = keyof typeof consentPurposes;

/** Whom to call when something happens to a volunteer. */
export const emergencyRelations = {
  ...{ spouse: '配偶', parent: '父母', child: '子女', friend: '亲友', other: '其他' },
} as const;
export type EmergencyRelation = keyof typeof emergencyRelations;

/** How surely the cloud knows who somebody is. */
export const realNameLevels = ['未实名', '已实名'] as const;
export type RealNameLevel = 0 | 1;

/** A shift as a person sees it. `running` begins at its start and ends at its end. */
export const shiftPhases = { upcoming: '未开始', running: '进行中', ended: '已结束' } as const;
export type ShiftPhase = keyof typeof shiftPhases;

/**
 * How far a volunteer's service record has come. It only moves forward; withdrawn may sign up again. `asked`: named on
 * a list or moved by a new time, and not confirmed yet; it holds its place until the question's end.
 */
export const recordStates = {
  waiting: '候补中',
  asked: '待本人确认',
  signed_up: '已报名',
  withdrawn: '已取消报名',
  checked_in: '服务中',
  late: '待组织者确认',
  closed: '待确认离开时间',
  typed: '补录待审核',
  credited: '已签退',
  declined: '未予确认',
  no_show: '未到场',
} as const;
export type RecordState = keyof typeof recordStates;

/** Why somebody did not come, in their own choice of a closed list; nothing follows from it. */
export const absenceReasons = {
  ill: '身体不适',
  work: '临时加班或上课',
  family: '家中有事',
  traffic: '路上耽误了',
  forgot: '忘记了',
  was_there: '我到场了，但没有签到',
} as const;
export type AbsenceReason = keyof typeof absenceReasons;

export const redemptionStates = {
  reserved: '待领取',
  picked_up: '已领取',
  cancelled: '已取消',
  lapsed: '逾期未领',
  refused: '未兑换',
} as const;
export type RedemptionState = keyof typeof redemptionStates;

/** Why points moved. */
export const postingCauses = {
  service: '志愿服务',
  correction: '工时更正',
  owed: '归还欠下的积分',
  redemption: '兑换礼品',
  redemption_cancelled: '取消兑换退回',
  redemption_lapsed: '逾期未领退回',
  merge: '账号合并',
} as const;
export type PostingCause = keyof typeof postingCauses;

/** What somebody may complain of. */
export const complaintReasons = {
  safety: '有安全隐患',
  false_hours: '工时不真实',
  charges: '收费或推销',
  behaviour: '言行不当',
  untrue: '信息不实',
  privacy: '泄露个人信息',
  other: '其他问题',
} as const;
export type ComplaintReason = keyof typeof complaintReasons;

export const complaintStates = { open: '待答复', answered: '已答复' } as const;
export type ComplaintState = keyof typeof complaintStates;

/** Why a notice came; each has its own line in the inbox. */
export const noticeKinds = {
  membership: '组织成员',
  role: '角色变更',
  organisation: '组织核验',
  activity_review: '活动审核',
  activity_cancelled: '活动取消',
  shift_moved: '改期确认',
  signup: '报名',
  waiting: '候补',
  reminder: '活动提醒',
  no_show: '未到场',
  hours: '工时',
  recheck: '现场复核',
  settlement: '结算公示',
  certificate: '服务证明',
  account: '账号安全',
  guardian: '监护人',
  consent: '授权',
  complaint: '投诉反馈',
  bulletin: '公告',
  job: '任务完成',
} as const;
export type NoticeKind = keyof typeof noticeKinds;
