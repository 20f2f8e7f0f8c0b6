/** Words of what stands behind a row of a settlement. This file imports nothing. */

/** How an end of a service came to be known. */
export const endWords = {
  token: '扫现场的签到码',
  digits: '输入现场的数字码',
  claim: '扫码后登记',
  browser_claim: '扫码后在浏览器里登记',
  countersign: '组织者扫志愿者的码',
  card: '组织者扫志愿者卡',
  joint: '到场的人共同声明',
  confirmed: '由组织者填写',
} as const;
export type EndWord = keyof typeof endWords;
