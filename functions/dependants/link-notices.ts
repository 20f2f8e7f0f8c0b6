import { tell } from '../notices/notice.table';
import { idFor } from '../platform/ids';
import type { Write } from '../platform/table';

/** What people are told of their links; no name stands in a notice. */
const sentences = {
  linked: '您与一位家人已建立关联，可以在“我的家人”里查看',
  ended: '您与一位家人的关联已解除，时长和积分不受影响',
  consented: '监护人已同意您参加志愿服务，可以报名和签到了',
  withdrawn: '监护人已撤回同意，暂时不能报名和签到，已有时长不受影响',
  handed_over: '您关联的家人已开通自己的账号，时长和积分都在',
} as const;

/** One sentence for one cause: the same cause again is the same notice. */
export const tellOfLink = (
  volunteerId: string,
  what: keyof typeof sentences,
  { cause, at }: { cause: string; at: number },
): Write =>
  tell(volunteerId, {
    noticeId: idFor('notice', 'link', what, volunteerId, cause),
    kind: 'guardian',
    text: sentences[what],
    link: { page: '/dependants/family/index' },
    at,
  });
