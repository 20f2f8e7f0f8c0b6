import { useState } from 'react';
import type { ShiftBoard } from '#shared/activities';
import { clockOf, hourMs, minuteMs } from '#shared/time';
import { call } from '../../api';
import { newRequestId } from '../../ids';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import { Sheet } from '../../ui/sheet/sheet';
import { useCommand } from '../../use-command';

type Board = Pick<ShiftBoard, 'shiftId' | 'startsAt' | 'endsAt' | 'extendedTo'>;
type ExtensionProps = { board: Board; onClose: () => void; onDone: () => Promise<void> };

const stepMs = 30 * minuteMs;
const [longestMs, dayMs] = [4 * hourMs, 24 * hourMs];

/** The new ends one can choose: every half hour after the one it has, as far as the cloud allows. */
export function endsFor({ startsAt, endsAt, extendedTo = 0 }: Board): number[] {
  const from = Math.max(endsAt, extendedTo);
  const latest = Math.min(endsAt + longestMs, startsAt + dayMs);
  const count = Math.max(0, Math.floor((latest - from) / stepMs));
  return Array.from({ length: count }, (_, index) => from + (index + 1) * stepMs);
}

/** Extends the running shift: until when, and why. */
export function Extension({ board, onClose, onDone }: ExtensionProps) {
  const ends = endsFor(board);
  const [until, setUntil] = useState(String(ends[0] ?? ''));
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  // Sent again after a lost answer, it is the same extension.
  const [requestId] = useState(newRequestId);
  const { busy, said, run } = useCommand();
  const { shiftId } = board;
  const extend = () => {
    const why = reason.trim();
    if (!why) return setWrong('请写明原因');
    return void run(async () => {
      await call('POST /shifts/{shiftId}/extension', {
        ...{ shiftId, requestId, until: Number(until), reason: why },
      });
      await onDone();
    });
  };
  if (ends.length === 0) {
    return (
      <Sheet id='extension' open title='现场延长' onClose={onClose}>
        <Banner tone='info'>已经延长到头了：最多 4 小时，总共不超过 24 小时</Banner>
      </Sheet>
    );
  }
  return (
    <Sheet id='extension' open title='现场延长' closeText='取消' onClose={onClose}>
      {said !== '' && (
        <Banner id='extension-said' tone='error'>
          {said}
        </Banner>
      )}
      <PickerField
        id='extension-until'
        label='延长到'
        kind='option'
        value={until}
        options={ends.map((at) => ({ value: String(at), text: clockOf(at) }))}
        hint='已签到的人会收到通知；按原时间离开的人不受影响'
        onChange={setUntil}
      />
      <Field
        id='extension-reason'
        label='原因'
        maxLength={80}
        hint='会留在组织的操作记录里'
        value={reason}
        error={wrong}
        onChange={(text) => {
          setReason(text);
          setWrong(undefined);
        }}
      />
      <Button id='extension-save' busy={busy} onPress={extend}>
        延长
      </Button>
    </Sheet>
  );
}
