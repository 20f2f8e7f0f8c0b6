import { useState } from 'react';
import type { ActivityShown } from '#shared/activities';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { spanWord } from '../../words';
import { CallOffSheet } from './call-off-sheet';
import { PostponeSheet } from './postpone-sheet';
import { Said } from './said';
import { TextSheet } from './text-sheet';
import { useStep } from './use-step';

export type ChangeCardProps = {
  activity: ActivityShown;
  shift: ActivityShown['shifts'][number];
  onChanged: () => Promise<void>;
  /** The shift to look at after a change. */
  onMoved: (shiftId: string) => void;
};

/** What an organiser may change of a public activity: call it off, move it, say it better; settle it in the end. */
export function ChangeCard({ activity, shift, onChanged, onMoved }: ChangeCardProps) {
  const [open, setOpen] = useState<'off' | 'move' | 'text'>();
  const close = () => setOpen(undefined);
  const now = serverNow();
  const live = activity.shifts.filter((it) => !it.cancelled && it.endsAt > now);
  const isLive = live.includes(shift);
  const { activityId, staff, state } = activity;
  if (state === 'settling') return <SettleCard activityId={activityId} onDone={onChanged} />;
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

function SettleCard({ activityId, onDone }: { activityId: string; onDone: () => Promise<void> }) {
  const { busy, said, take } = useStep();
  const settle = async () => {
    if (await take(() => call('POST /activities/{activityId}/settlement', { activityId }))) {
      await onDone();
    }
  };
  return (
    <Card id='settling' title='结算'>
      <ListRow title='活动已全部结束' note='请看过名单再结算：都签退了，工时就定下来了。' />
      <Said id='settle-said'>{said}</Said>
      <Button id='settle' busy={busy} busyText='正在结算…' onPress={() => void settle()}>
        完成结算
      </Button>
    </Card>
  );
}
