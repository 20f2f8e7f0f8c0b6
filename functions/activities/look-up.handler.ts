import { activityRoutes } from '#shared/activities';
import { handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { readToken } from '../platform/token';

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
