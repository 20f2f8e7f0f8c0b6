import { useState } from 'react';
import type { ActivityShown } from '#shared/activities';
import { serverNow } from '../../clock';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { spanWord } from '../../words';
import { CallOffSheet } from './call-off-sheet';
import { PostponeSheet } from './postpone-sheet';
import { TextSheet } from './text-sheet';

export type ChangeCardProps = {
  activity: ActivityShown;
  shift: ActivityShown['shifts'][number];
  onChanged: () => Promise<void>;
  /** The shift to look at after a change. */
  onMoved: (shiftId: string) => void;
};

/** What an organiser may change of a public activity: call it off, move it, say it better. */
export function ChangeCard({ activity, shift, onChanged, onMoved }: ChangeCardProps) {
  const [open, setOpen] = useState<'off' | 'move' | 'text'>();
  const close = () => setOpen(undefined);
  const now = serverNow();
  const live = activity.shifts.filter((it) => !it.cancelled && it.endsAt > now);
  const isLive = live.includes(shift);
  const { activityId, staff, state } = activity;
  if (state !== 'published') return null;
  return (
    <Card id='changing' title='变更'>
      {isLive && (
        <ListRow
          id='open-off'
          title='取消活动'
          note='天气不好时两步就能取消，报名的人都会收到通知'
          onPress={() => setOpen('off')}
        />
      )}
      {isLive && shift.startsAt > now && (
        <ListRow
          id='open-move'
          title='改期'
          note='换一个时间，已报名的人逐个重新确认'
          onPress={() => setOpen('move')}
        />
      )}
      <ListRow
        id='open-text'
        title='修改说明'
        note='活动内容和联系人可以直接改'
        onPress={() => setOpen('text')}
      />
      <CallOffSheet
        open={open === 'off'}
        activityId={activityId}
        shift={{ shiftId: shift.shiftId, when: spanWord(shift, now) }}
        several={live.length > 1}
        onClose={close}
        onDone={async () => {
          await onChanged();
          onMoved(shift.shiftId);
        }}
      />
      {open === 'move' && (
        <PostponeSheet
          open
          shift={shift}
          onClose={close}
          onDone={async (shiftId) => {
            await onChanged();
            onMoved(shiftId);
          }}
        />
      )}
      {open === 'text' && staff && (
        <TextSheet
          open
          activity={activity}
          version={staff.version}
          onClose={close}
          onDone={onChanged}
        />
      )}
    </Card>
  );
}
