import type { MessageTemplate } from '#shared/notices';
import { clockOf, dayMs, dayOf, minuteMs } from '#shared/time';
import type { NoticeKind } from '#shared/vocabulary';
import { noticeKinds } from '#shared/vocabulary';

/**
 * How far a notice has come on its way through WeChat. `marked`: it may be in WeChat's hands from here on, so it is
 * never sent a second time: what became of it is one of the last states, or `unknown` for ever.
 */
export type MessageState =
  | 'queued'
  | 'marked'
  | 'sent'
  | 'refused'
  | 'dropped'
  | 'unknown'
  | 'dead';

export type Message = {
  version: number;
  volunteerId: string;
  noticeId: string;
  kind: NoticeKind;
  text: string;
  /** When the notice came, ms. */
  at: number;
  template: MessageTemplate;
  state: MessageState;
  /** How often it was marked. */
  attempts: number;
  /** When the clock looks at it next, ms. */
  dueAt: number;
  /** WeChat's last word. */
  errcode?: number;
  expiresAt?: number;
  gx2pk?: string;
  gx2sk?: string;
};

/** `mark`: about to be sent · `drop`: not wanted any more · `retry`: WeChat said that it did not take it. */
export type MessageEvent = 'mark' | 'drop' | 'accept' | 'refuse' | 'retry' | 'give_up' | 'lose';

const none = {};
const edges: Record<MessageState, Partial<Record<MessageEvent, MessageState>>> = {
  queued: { mark: 'marked', drop: 'dropped' },
  marked: {
    accept: 'sent',
    refuse: 'refused',
    retry: 'queued',
    give_up: 'dead',
    lose: 'unknown',
  },
  sent: none,
  refused: none,
  dropped: none,
  unknown: none,
  dead: none,
};

/** The state after an event; undefined when the event cannot happen in this state. */
export const afterEvent = (state: MessageState, event: MessageEvent): MessageState | undefined =>
  edges[state][event];

/** Which group of messages a notice belongs to; the other kinds stand in the inbox only. */
const templates: Partial<Record<NoticeKind, MessageTemplate>> = {
  reminder: 'reminder',
  activity_cancelled: 'changed',
  shift_moved: 'changed',
  signup: 'placed',
  waiting: 'placed',
  activity_review: 'reviewed',
  organisation: 'reviewed',
  membership: 'reviewed',
};
export const templateOf = (kind: NoticeKind): MessageTemplate | undefined => templates[kind];

/** What each group is called where one chooses. */
export const templateWords: Record<MessageTemplate, { title: string; text: string }> = {
  reminder: { title: '活动提醒', text: '活动前一天傍晚提醒一次' },
  changed: { title: '活动变动', text: '活动取消或改期时告诉您' },
  placed: { title: '报名结果', text: '候补有了名额、报名有变动时告诉您' },
  reviewed: { title: '审核结果', text: '入队申请、活动和组织审核有结果时告诉您' },
};

/** A tap is good for one message; more than this are not collected. */
const tapsMax = 20;

type Taps = Partial<Record<MessageTemplate, number>>;

export const tapsOf = (taps: Taps, template: MessageTemplate): number => taps[template] ?? 0;

/** The taps after some more of them, or after one was used (−1). */
export function tapsAfter(taps: Taps, template: MessageTemplate, by: 1 | -1): Taps {
  const left = Math.max(0, Math.min(tapsMax, tapsOf(taps, template) + by));
  return { ...taps, [template]: left };
}

/** What WeChat did with a message. `unsent`: it was never asked · `unknown`: it was, and no answer came. */
export type SendOutcome =
  | { status: 'accepted' | 'unsent' | 'unknown' }
  | { status: 'rejected'; errcode: number };

/** Busy, the token, another message to the same person at this moment, today's or this minute's quota. */
const passing = [-1, 40001, 40014, 42001, 43108, 45009, 45011];
/** The person does not take it: never asked for, or switched off since. */
const unwanted = 43101;
const attemptsMax = 5;
const waitsMs = [minuteMs, 5 * minuteMs, 15 * minuteMs, 60 * minuteMs];

export type Settlement = {
  event: Exclude<MessageEvent, 'mark' | 'drop'>;
  errcode?: number;
  /** Until the next try. */
  waitMs?: number;
  /** What becomes of the taps for the group: kept, one given back, or none left. */
  taps: 'kept' | 'given_back' | 'none_left';
};

/** What follows from WeChat's answer to the `attempts`-th try. Only what WeChat surely did not take is tried again. */
export function settle(outcome: SendOutcome, attempts: number): Settlement {
  if (outcome.status === 'accepted') return { event: 'accept', taps: 'kept' };
  if (outcome.status === 'unknown') return { event: 'lose', taps: 'kept' };
  const errcode = outcome.status === 'rejected' ? outcome.errcode : undefined;
  const known = errcode === undefined ? {} : { errcode };
  if (errcode === unwanted) return { event: 'refuse', ...known, taps: 'none_left' };
  const mayPass = errcode === undefined || passing.includes(errcode);
  const waitMs = waitsMs[attempts - 1];
  if (mayPass && attempts < attemptsMax && waitMs !== undefined) {
    return { event: 'retry', ...known, waitMs, taps: 'kept' };
  }
  return { event: 'give_up', ...known, taps: 'given_back' };
}

/** News of an earlier day is no news. */
export const isStale = ({ at }: { at: number }, now: number): boolean => at < now - dayMs;

/** WeChat takes at most 20 characters in such a field, and no line break. */
const thingMax = 20;

function thing(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length <= thingMax ? letters.join('') : `${letters.slice(0, 19).join('')}…`;
}

/** `2026年11月24日 14:05`, as WeChat wants a time. */
function timeField(at: number): string {
  const day = dayOf(at);
  const [month, date] = [Number(day.slice(4, 6)), Number(day.slice(6))];
  return `${day.slice(0, 4)}年${month}月${date}日 ${clockOf(at)}`;
}

/** The fields of every template: what it is about, the sentence, and when it was said. */
export const fieldsOf = ({ kind, text, at }: Pick<Message, 'kind' | 'text' | 'at'>) => ({
  thing1: { value: thing(noticeKinds[kind]) },
  thing2: { value: thing(text) },
  time3: { value: timeField(at) },
});

/** `reminder:<template id>,changed:<…>` as the ids of the groups that a stage has templates for. */
export function templateIdsOf(text: string): Map<MessageTemplate, string> {
  const pairs = text.split(',').flatMap((part) => {
    const [name = '', id = ''] = part.trim().split(':');
    return name in templateWords && id ? [[name as MessageTemplate, id] as const] : [];
  });
  return new Map(pairs);
}
