import { activityRoutes } from '#shared/activities';
import { activityFor } from '../activities/activity-for';
import { handle } from '../platform/handle';
import { Refusal } from '../platform/refuse';
import { printed, signer } from '../platform/token';
import { printedCode } from '../platform/wechat';

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
