import { activityStates, organisationStates } from '#shared/vocabulary';

/** What the lines of an audit log are about, as they are shown. */
const words: Record<string, string> = {
  organisation_verified: '核验组织',
  organisation_rejected: '未通过核验',
  organisation_changed: '修改组织资料',
  organisation_moved: '移动组织',
  organisation_frozen: '冻结组织',
  organisation_unfrozen: '解除冻结',
  specialities_changed: '修改特色清单',
  first_admin_appointed: '指定首位管理员',
  member_admitted: '同意加入',
  members_imported: '导入成员名单',
  member_declined: '未同意加入',
  member_removed: '移出成员',
  roles_changed: '调整角色',
  activity_published: '通过活动审核',
  activity_returned: '退回活动',
  activity_cancelled: '取消活动',
  shift_settled: '结算场次',
  record_confirmed: '确认签到记录',
  record_declined: '未予确认签到记录',
  dispute_decided: '核实异议或申诉',
  draft_dropped: '放弃草稿',
  shift_postponed: '活动改期',
  shift_taken_over: '接替组织者',
  gate_taken_over: '接管签到口',
  shift_extended: '现场延长活动',
  break_noted: '登记休息',
  paper_list_brought: '导入签到表',
  hours_typed: '补录时长',
  typed_confirmed: '确认补录',
  typed_declined: '未确认补录',
  allowance_granted: '批准应急补录额度',
  member_trained: '登记培训',
  bulletin_published: '发布公告',
  bulletin_refused: '未通过公告',
  bulletin_taken_down: '撤下公告',
  person_looked_up: '查找人员',
  recovery_opened: '申请找回或合并账号',
  recovery_refused: '未同意找回或合并账号',
  account_recovered: '更换登录手机号',
  accounts_merged: '合并账号',
  suspicion_judged: '判断可疑线索',
  hours_checked: '抽查工时',
  certificate_profile_changed: '修改证明负责人',
  certificate_revoked: '吊销服务证明',
  hours_source_proposed: '登记时长来源',
  hours_source_confirmed: '确认时长来源',
  hours_source_ended: '停用时长来源',
  hours_list_brought: '导入已有时长',
  pack_written: '写入规则包',
  pack_adopted: '采用规则包',
};

export const auditWord = (action: string): string => words[action] ?? '其他变更';

const facts: Record<string, string> = { ...organisationStates, ...activityStates };

/** What something was or became, in the words people use; a fact that has none is not shown. */
export const factWord = (fact: string | undefined): string | undefined =>
  fact === undefined || /^[\w -]+$/.test(fact) ? facts[fact ?? ''] : fact;
