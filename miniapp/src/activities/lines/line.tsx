import type { ActivityLine } from '#shared/drafts';
import type { ActivityState } from '#shared/vocabulary';
import { activityStates } from '#shared/vocabulary';
import { go } from '../../go';
import { ListRow } from '../../ui/list-row/list-row';
import type { Tone } from '../../ui/tag/tag';
import { Tag } from '../../ui/tag/tag';
import { momentWord } from '../../words';

export const stateTones: Record<ActivityState, Tone> = {
  draft: 'plain',
  in_review: 'sun',
  published: 'leaf',
  settling: 'sun',
  settled: 'plain',
  cancelled: 'plain',
};

/** An activity in a list of its organisation; a public one opens its page, the others the one of their review. */
export function Line({ line, now }: { line: ActivityLine; now: number }) {
  const { activityId, title, state, startsAt, shifts, placeName, returned, submittedAt } = line;
  const times = shifts > 1 ? `，共 ${shifts} 场` : '';
  const waits = submittedAt === undefined ? '' : `\n${momentWord(submittedAt, now)} 提交`;
  const word = returned === undefined ? activityStates[state] : '已退回';
  const isPublic = state === 'published' || state === 'settling' || state === 'settled';
  return (
    <ListRow
      id={`line-${activityId}`}
      title={title}
      note={`${momentWord(startsAt, now)}${times} · ${placeName}${waits}`}
      below={<Tag tone={returned === undefined ? stateTones[state] : 'sun'}>{word}</Tag>}
      onPress={() =>
        go(isPublic ? '/activities/show/index' : '/activities/review/index', { activityId })
      }
    />
  );
}
