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

/** A shift as a person sees it. `running` begins at its start and ends at its end. */
export const shiftPhases = { upcoming: '未开始', running: '进行中', ended: '已结束' } as const;
export type ShiftPhase = keyof typeof shiftPhases;

/** How far a volunteer's service record has come. It only moves forward; withdrawn may sign up again. */
export const recordStates = {
  signed_up: '已报名',
  withdrawn: '已取消报名',
  checked_in: '服务中',
  credited: '已签退',
} as const;
export type RecordState = keyof typeof recordStates;

/** What stands behind an hour (see docs/decisions and the README's table). */
export const evidenceGrades = {
  A: '两端现场扫码，且有组织者或站点管理员当面确认',
  B: '两端现场扫码，位置与活动地点相符',
  C: '两端现场扫码',
  D: '只有一端扫码，按规则关闭',
  E: '人工补录，两人确认并公示',
} as const;
export type EvidenceGrade = keyof typeof evidenceGrades;

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
  redemption: '兑换礼品',
  redemption_cancelled: '取消兑换退回',
  redemption_lapsed: '逾期未领退回',
} as const;
export type PostingCause = keyof typeof postingCauses;
