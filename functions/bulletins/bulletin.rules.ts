import type { BulletinState } from '#shared/bulletins';
import type { RefusalCode } from '#shared/refusals';
import type { Membership } from '../organisations/membership.rules';
import type { Organisation } from '../organisations/organisation.rules';

/**
 * Something an organisation tells its people. Listed on its board while it is published, and in a queue while it waits
 * for a person's eye.
 */
export type Bulletin = {
  version: number;
  bulletinId: string;
  organisationId: string;
  organisationName: string;
  path: string[];
  title: string;
  text: string;
  authorId: string;
  authorMaskedName: string;
  state: BulletinState;
  reason?: string;
  /** Who decided last, a person only, and how: the same word again is the same answer. */
  decidedBy?: string;
  writtenAt: number;
  publishedAt?: number;
  gx1pk?: string;
  gx1sk?: string;
  gx2pk?: string;
  gx2sk?: string;
};

/** `pass`, `review`, `risky`: what the check of the text said · the others: what people do. */
export type BulletinEvent = 'pass' | 'review' | 'risky' | 'publish' | 'refuse' | 'take_down';

const edges: Record<BulletinState | 'none', Partial<Record<BulletinEvent, BulletinState>>> = {
  none: { pass: 'published', review: 'in_review', risky: 'refused' },
  in_review: { publish: 'published', refuse: 'refused', take_down: 'taken_down' },
  published: { take_down: 'taken_down' },
  refused: {},
  taken_down: {},
};

/** The state after an event; undefined when the event cannot happen in this state. */
export const afterEvent = (
  state: BulletinState | undefined,
  event: BulletinEvent,
): BulletinState | undefined => edges[state ?? 'none'][event];

type Checked = { suggest: 'pass' | 'review' | 'unavailable' | 'risky' };
/** What the check means for a new bulletin. Where nothing was checked, a person looks at it. */
export const eventOf = ({ suggest }: Checked): 'pass' | 'review' | 'risky' =>
  suggest === 'unavailable' ? 'review' : suggest;

/** WeChat's labels of what a text may not hold. */
const labels: Record<number, string> = {
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
};

/** Why a text was refused by the check. */
export const reasonOf = (label: number | undefined): string => {
  const word = label === undefined ? undefined : labels[label];
  return word
    ? `内容安全检查认为可能含有“${word}”类内容，请修改后再发布。`
    : '内容安全检查没有通过，请修改后再发布。';
};

type Verdict =
  | { status: 'exists' }
  | { status: 'moves'; state: BulletinState }
  | { status: 'refused'; code: RefusalCode };
type Decided = Pick<Bulletin, 'state' | 'authorId' | 'decidedBy'>;
type By = { event: 'publish' | 'refuse' | 'take_down'; by: string };

/** Whether somebody may decide on a bulletin. Nobody lets their own through; anybody may take their own back. */
export function judgeDecision(bulletin: Decided, { event, by }: By): Verdict {
  if (event !== 'take_down' && bulletin.authorId === by) {
    return { status: 'refused', code: 'not_to_oneself' };
  }
  const wanted = { publish: 'published', refuse: 'refused', take_down: 'taken_down' } as const;
  if (bulletin.state === wanted[event] && bulletin.decidedBy === by) return { status: 'exists' };
  const state = afterEvent(bulletin.state, event);
  return state ? { status: 'moves', state } : { status: 'refused', code: 'bulletin_closed' };
}

type Standing = Pick<Membership, 'state'> | undefined;
type Above = Pick<Organisation, 'state'> | undefined;

/**
 * Whether somebody belongs to an organisation or to one above it. In the order of the path, root first; what is frozen
 * or below it has no board.
 */
export function belongs(memberships: readonly Standing[], organisations: readonly Above[]) {
  if (organisations.some((it) => it?.state !== 'active')) return false;
  return memberships.some((it) => it?.state === 'active');
}

const excerptMax = 60;

/** The beginning of a text, on one line. */
export function excerptOf(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length <= excerptMax ? letters.join('') : `${letters.slice(0, 59).join('')}…`;
}

/** What is said to who wrote it or decided on it. */
export const answerOf = ({ bulletinId, state, reason }: Bulletin) => ({
  ...{ bulletinId, state },
  ...(reason !== undefined && { reason }),
});
