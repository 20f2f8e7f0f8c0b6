import * as z from 'zod';
import * as value from './values';
import type { NoticeKind } from './vocabulary';
import { noticeKinds } from './vocabulary';

/** What somebody is told: the inbox, and the messages that WeChat delivers after a tap of consent each. */

/** A group of messages that WeChat asks consent for; one tap is one message. */
export const messageTemplates = ['reminder', 'changed', 'placed', 'reviewed'] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

export const notice = z.object({
  noticeId: z.string(),
  kind: z.enum(Object.keys(noticeKinds) as NoticeKind[]),
  text: z.string(),
  /** A page of the mini-program, and the id of what it shows. */
  link: z.object({ page: z.string(), id: z.string().optional() }).optional(),
  at: value.instant,
  unread: z.boolean(),
});
export type NoticeShown = z.infer<typeof notice>;

/** `left`: how many messages of the group may still come. */
export const subscription = z.object({
  template: z.enum(messageTemplates),
  /** What wx.requestSubscribeMessage wants. */
  templateId: z.string(),
  title: z.string(),
  text: z.string(),
  left: z.int().min(0),
});

/** `paused`: the person has withdrawn the consent to messages; nothing goes out by WeChat until they give it again. */
export const subscriptions = z.object({
  subscriptions: z.array(subscription),
  paused: z.boolean(),
});
export type Subscriptions = z.infer<typeof subscriptions>;

export const noticeRoutes = {
  'GET /me/notices': {
    request: z.strictObject(value.pageQuery),
    /** `unread` counts to 50; that many means "50 or more". */
    response: z.object({
      notices: z.array(notice),
      unread: z.int().min(0).max(50),
      cursor: value.cursor.optional(),
      now: value.instant,
    }),
  },
  'PUT /me/notices/read': {
    /** The time of the newest notice that was on screen. */
    request: z.strictObject({ until: value.instant }),
    response: value.done,
  },
  'GET /me/subscriptions': { request: value.nothing, response: subscriptions },
  'POST /me/subscriptions': {
    /** `accepted`: what the person agreed to in WeChat's dialog. The single-use login code makes it count once. */
    request: z.strictObject({
      loginCode: z.string().min(1).max(256),
      accepted: z
        .array(z.enum(messageTemplates))
        .min(1)
        .max(messageTemplates.length)
        .refine((it) => new Set(it).size === it.length, { message: 'each once' }),
    }),
    response: subscriptions,
  },
} as const;
