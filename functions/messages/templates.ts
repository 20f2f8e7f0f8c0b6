import type { MessageTemplate } from '#shared/notices';
import { templateIdsOf } from './message.rules';

/** The templates that this stage has in WeChat's console; none means that nothing goes out by WeChat. */
export const templateIds = (): Map<MessageTemplate, string> =>
  templateIdsOf(process.env.WECHAT_TEMPLATES ?? '');
