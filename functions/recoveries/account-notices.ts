import { tell } from '../notices/notice.table';
import { idFor } from '../platform/ids';
import type { Write } from '../platform/table';

const link = { page: '/sessions/ways/index' };
const ifNotYou = '如不是本人办理，请尽快联系组织管理员。';

type Told = { cause: string; text: string; at: number };

/** A sentence about somebody's account, with what to do when it was not them. */
export const tellOfAccount = (volunteerId: string, { cause, text, at }: Told): Write =>
  tell(volunteerId, {
    noticeId: idFor('notice', volunteerId, cause),
    kind: 'account',
    text: `${text}${ifNotYou}`,
    link,
    at,
  });

type NewWay = { cause: string; what: string; at: number };

export const tellOfWay = (volunteerId: string, { cause, what, at }: NewWay): Write =>
  tellOfAccount(volunteerId, {
    cause,
    text: `登录方式已改为${what}，其他设备上的登录已退出。`,
    at,
  });
