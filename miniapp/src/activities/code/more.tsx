import { useState } from 'react';
import type { ShiftBoard } from '#shared/activities';
import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Extension } from './extension';

type MoreProps = { shiftId: string; board: ShiftBoard | undefined; onChanged: () => Promise<void> };

/** What else an organiser does while a shift runs. */
export function More({ shiftId, board, onChanged }: MoreProps) {
  const [extending, extend] = useState(false);
  const running = board !== undefined && board.phase !== 'upcoming';
  const done = async () => {
    extend(false);
    await onChanged();
  };
  return (
    <Card id='code-more'>
      <ListRow
        id='open-gates'
        title='全部签到口'
        note='谁在出示签到码；手机没电时由别人接管'
        onPress={() => go('/activities/gates/index', { shiftId })}
      />
      {running && (
        <ListRow
          id='open-extension'
          title='现场延长'
          note='要做得更久一些；按原时间离开的人不受影响'
          onPress={() => extend(true)}
        />
      )}
      {extending && board && (
        <Extension board={board} onClose={() => extend(false)} onDone={done} />
      )}
    </Card>
  );
}
