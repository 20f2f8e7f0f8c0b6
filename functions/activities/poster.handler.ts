import { activityRoutes } from '#shared/activities';
import { handle, handleOpen } from '../platform/handle';
import { Refusal, refuse } from '../platform/refuse';
import { printed, readToken, signer } from '../platform/token';
import { printedCode } from '../platform/wechat';
import { activityFor } from './activity-for';

const scanPage = 'tabs/scan/index';

/** The code for the poster: ours, and WeChat's own picture of it where WeChat draws one. */
export const poster = handle(
  'GET /activities/{activityId}/poster',
  activityRoutes['GET /activities/{activityId}/poster'],
  async ({ activityId }, { caller }) => {
    await activityFor('GET /activities/{activityId}/poster', caller, activityId);
    const token = signer('activity', activityId).token(printed.step, printed.gate);
    const wechatCode = await printedCode(token, scanPage).catch(withoutPicture);
    return { token, ...(wechatCode && { wechatCode }) };
  },
);

/** Our own code opens the same page, so a poster does not wait for WeChat's servers. */
function withoutPicture(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}

/** What a printed code opens. A code of another kind is for scanning on the spot, not for looking up. */
export const lookUp = handleOpen(
  'GET /codes/{token}',
  activityRoutes['GET /codes/{token}'],
  async ({ token }) => {
    const code = readToken(token) ?? refuse('code_forged');
    if (code.kind !== 'activity' && code.kind !== 'station') return refuse('code_wrong_kind');
    return { kind: code.kind, id: code.subject };
  },
);
