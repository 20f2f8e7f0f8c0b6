/**
 * What the phone knows of answers by itself: all other sentences come with the answer, so that the table of them is
 * not part of the first download. This file imports nothing.
 */
export const said = {
  too_many_requests: '操作太频繁，请过一会儿再试',
  login_code_invalid: '微信登录没有成功，请再试一次',
  request_differs: '这次操作与之前提交的不一致，请重新操作',
  code_unreadable: '没有识别出志愿云的码，请对准现场屏幕上的二维码',
  busy: '现在人太多，请稍后再试，您的操作没有丢',
  fault: '服务出了点问题，我们已记录，请稍后再试',
} as const;

/**
 * Whether an answer settles a queued request for good: the phone may then drop its id. Signing in again, waiting or
 * a repaired service can still change the answer to the others.
 */
export function isDurable(status: number): boolean {
  return status < 500 && ![400, 401, 404, 408, 413, 429].includes(status);
}
