import type { ConsentPurpose } from '#shared/vocabulary';

/**
 * What somebody agrees to, by purpose: what is kept, what for, and what becomes of it when they take it back. A change of
 * a text is a new version in functions/volunteers/consent.rules.ts.
 */
export const consentTexts: Record<ConsentPurpose, { what: string; after: string }> = {
  registration: {
    what: '保存姓名、手机号、出生年月、所在区市和服务记录，用来报名、签到和计算工时。',
    after: '没有这项授权就没有账号。不想再用时，可以在“我的数据”里注销账号。',
  },
  location: {
    what: '您扫码时点了“记录位置”，就记下与活动地点的距离，作为到场的见证。不记录坐标，不持续定位。',
    after: '撤回后不再记录；已有的距离过了 7 天异议期就清除，工时和等级不变。',
  },
  real_name: {
    what: '身份证号属于敏感个人信息，只用来通过微信核验您是本人，加密保存，不再完整显示。',
    after: '撤回后身份证号立即清除，回到未实名；需要实名的活动不能再报名。',
  },
  emergency_contact: {
    what: '保存一位紧急联系人的姓名、手机号和关系，加密保存，只有您自己能看到。请先征得对方同意。',
    after: '撤回后立即清除。',
  },
  messages: {
    what: '报名、改期、候补等消息，在您点过订阅后通过微信提醒您。',
    after: '撤回后只在站内消息里告诉您。',
  },
  province: {
    what: '把您的工时提供给省志愿服务平台，用于全省统一记录。目前只登记您的意愿，还没有对接。',
    after: '撤回后不再提供。',
  },
};
