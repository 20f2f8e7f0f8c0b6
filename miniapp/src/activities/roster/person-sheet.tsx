import type { RosterRow } from '#shared/activities';
import { doubts } from '#shared/hours.words';
import { call } from '../../api';
import { newRequestId } from '../../ids';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { ListRow } from '../../ui/list-row/list-row';
import { Sheet } from '../../ui/sheet/sheet';
import { useCommand } from '../../use-command';
import { noteOf } from './words';

type PersonSheetProps = {
  shiftId: string;
  row: RosterRow;
  onClose: () => void;
  onDone: () => Promise<void>;
};

/** What is doubtful about somebody, in words, and a break for whoever has no phone at hand. */
export function PersonSheet({ shiftId, row, onClose, onDone }: PersonSheetProps) {
  const { volunteerId, maskedName, onBreak = false, state } = row;
  const { busy, said, run } = useCommand();
  const change = () =>
    run(async () => {
      await call('POST /shifts/{shiftId}/breaks/{volunteerId}', {
        ...{ shiftId, volunteerId, requestId: newRequestId() },
        action: onBreak ? 'end' : 'begin',
      });
      await onDone();
    });
  return (
    <Sheet id='person-sheet' open title={maskedName} onClose={onClose}>
      {said !== '' && (
        <Banner id='person-said' tone='error'>
          {said}
        </Banner>
      )}
      <ListRow title='到场和离开' note={noteOf(row) || '还没有签到'} />
      {row.doubts.map((doubt) => (
        <ListRow key={doubt} title={doubts[doubt]} />
      ))}
      {row.doubts.length > 0 && (
        <ListRow
          title='存疑只是提醒'
          note='不会自动扣时长。请向本人核实；有问题可以在确认或公示时提出'
        />
      )}
      {state === 'checked_in' && (
        <Button id='person-break' kind='plain' busy={busy} onPress={() => void change()}>
          {onBreak ? '为对方结束休息' : '为对方登记休息'}
        </Button>
      )}
    </Sheet>
  );
}
