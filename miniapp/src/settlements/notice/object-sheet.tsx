import { useRef, useState } from 'react';
import type { ObjectionReason } from '#shared/disputes.words';
import { objectionReasons } from '#shared/disputes.words';
import type { NoticeRow } from '#shared/settlements';
import { call } from '../../api';
import { newRequestId } from '../../ids';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import { Sheet } from '../../ui/sheet/sheet';
import { useCommand } from '../../use-command';

const reasons = Object.entries(objectionReasons).map(([value, text]) => ({ value, text }));

type Props = {
  shiftId: string;
  row: NoticeRow;
  name: string;
  onClose: () => void;
  onDone: () => Promise<void>;
};

/** Says what is wrong about one row. Only that row waits until somebody else has decided. */
export function ObjectSheet({ shiftId, row: { rowId }, name, onClose, onDone }: Props) {
  const [reason, setReason] = useState<string>('not_there');
  const [text, setText] = useState('');
  const { busy, said, run } = useCommand();
  /** One id for one objection, however often it has to be sent. */
  const requestId = useRef(newRequestId());
  const send = () =>
    run(async () => {
      if (text.trim() === '') return '请写下您看到的情况';
      await call('POST /shifts/{shiftId}/objections', {
        ...{ requestId: requestId.current, shiftId, rowId },
        ...{ reason: reason as ObjectionReason, text: text.trim() },
      });
      onClose();
      return onDone();
    });
  return (
    <Sheet id='object' open title={`对“${name}”提出异议`} onClose={onClose}>
      <PickerField
        id='object-reason'
        label='问题'
        kind='option'
        value={reason}
        options={reasons}
        onChange={setReason}
      />
      <Field
        id='object-text'
        label='您看到的情况'
        hint='由没有办理过这条记录的审核人核实，结果会告诉您'
        multiline
        maxLength={300}
        value={text}
        onChange={(typed) => {
          // Other words are another objection.
          requestId.current = newRequestId();
          setText(typed);
        }}
      />
      {said !== '' && (
        <Banner id='object-said' tone='error'>
          {said}
        </Banner>
      )}
      <Button id='object-send' busy={busy} busyText='正在提交…' onPress={() => void send()}>
        提交异议
      </Button>
    </Sheet>
  );
}
