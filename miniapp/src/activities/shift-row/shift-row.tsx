import type { ShiftCard } from '#shared/activities';
import { go } from '../../go';
import { ListRow } from '../../ui/list-row/list-row';
import type { Tone } from '../../ui/tag/tag';
import { Tag } from '../../ui/tag/tag';
import { distanceWord, spanWord } from '../../words';

export type ShiftRowProps = { shift: ShiftCard; now: number; meters?: number };

/** One shift in a list: what, when, where, and whether there is room. */
export function ShiftRow({ shift, now, meters }: ShiftRowProps) {
  const { tone, text } = roomOf(shift, now);
  const where = [shift.placeName, distanceWord(meters)].filter(Boolean).join(' · ');
  return (
    <ListRow
      id={`shift-${shift.shiftId}`}
      title={shift.title}
      note={`${spanWord(shift, now)} · ${where}`}
      below={<Tag tone={tone}>{text}</Tag>}
      onPress={() =>
        go('/activities/show/index', { activityId: shift.activityId, shiftId: shift.shiftId })
      }
    />
  );
}

type Room = Pick<ShiftCard, 'cancelled' | 'startsAt' | 'endsAt' | 'capacity' | 'taken'>;

/** How full a shift is, in words. */
export function roomOf(shift: Room, now: number): { tone: Tone; text: string } {
  if (shift.cancelled) return { tone: 'plain', text: '已取消' };
  if (shift.endsAt <= now) return { tone: 'plain', text: '已结束' };
  const left = Math.max(0, shift.capacity - shift.taken);
  if (left === 0) return { tone: 'sun', text: '名额已满' };
  const begun = shift.startsAt <= now ? '进行中，' : '';
  return { tone: 'leaf', text: `${begun}余 ${left} 个名额` };
}
