import { useRef, useState } from 'react';
import type { Pending, PendingRow } from '#shared/settlements';
import { clockOf } from '#shared/time';
import { call } from '../../api';
import { newRequestId } from '../../ids';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';
import { EvidenceLines } from '../evidence';
import { momentIn } from '../times';

type Props = { row: PendingRow; desk: Pending; onDone: () => Promise<void> };

/** One person: what stands behind the record first, then the word. There is no way to confirm several at once. */
export function PersonCard({ row, desk, onDone }: Props) {
  const { volunteerId, maskedName, state, own, disputed } = row;
  const why = state === 'closed' ? '没有签退' : '事后上传';
  return (
    <Card id={`person-${volunteerId}`} title={`${maskedName} · ${why}`}>
      <EvidenceLines {...row} />
      {own && <Banner tone='info'>这是您自己或家人，请另一位组织者确认</Banner>}
      {disputed && <Banner tone='waiting'>本人已申诉，由审核人核实后处理</Banner>}
      {!own && !disputed && <Word row={row} desk={desk} onDone={onDone} />}
    </Card>
  );
}

function Word({ row, desk, onDone }: Props) {
  const { volunteerId, joint } = row;
  const [times, setTimes] = useState({ arrived: '', left: '' });
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const { busy, said, run } = useCommand();
  /** One id for one word, however often it has to be sent. */
  const requestId = useRef(newRequestId());
  const send = (verdict: 'confirm' | 'decline') =>
    run(async () => {
      const said = verdict === 'confirm' ? timesOf(row, desk, times) : reasonOf(reason);
      if (typeof said === 'string') return said;
      await call('POST /shifts/{shiftId}/records/{volunteerId}/confirmation', {
        ...{ requestId: requestId.current, shiftId: desk.shiftId, volunteerId, verdict },
        ...said,
      });
      requestId.current = newRequestId();
      return onDone();
    });
  const latest = `可填到 ${clockOf(desk.leaveUntil)}，按实际离开的时间`;
  return (
    <>
      {joint && <Banner tone='waiting'>共同声明由没有组织这场活动的审核人确认</Banner>}
      {!row.in && (
        <PickerField
          id={`arrived-${volunteerId}`}
          label='到达时间'
          kind='time'
          value={times.arrived}
          onChange={(arrived) => setTimes((it) => ({ ...it, arrived }))}
        />
      )}
      {!row.out && (
        <PickerField
          id={`left-${volunteerId}`}
          label='离开时间'
          kind='time'
          hint={latest}
          value={times.left}
          onChange={(left) => setTimes((it) => ({ ...it, left }))}
        />
      )}
      {declining && (
        <Field
          id={`reason-${volunteerId}`}
          label='不予确认的原因'
          hint='本人会看到，可以申诉'
          maxLength={120}
          value={reason}
          onChange={setReason}
        />
      )}
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      {!declining && (
        <Button
          id={`confirm-${volunteerId}`}
          busy={busy}
          busyText='正在确认…'
          onPress={() => void send('confirm')}
        >
          确认这个人到场
        </Button>
      )}
      <Button
        id={`decline-${volunteerId}`}
        kind='plain'
        busy={declining && busy}
        onPress={() => (declining ? void send('decline') : setDeclining(true))}
      >
        {declining ? '提交不予确认' : '不予确认'}
      </Button>
      {declining && (
        <Button id={`back-${volunteerId}`} kind='plain' onPress={() => setDeclining(false)}>
          返回
        </Button>
      )}
    </>
  );
}

type Typed = { arrived: string; left: string };

/** The times of the ends that nothing stands behind, or the sentence that says which one is missing. */
function timesOf(row: PendingRow, desk: Pending, { arrived, left }: Typed) {
  const arrivedAt = row.in ? undefined : momentIn(desk, arrived);
  const leftAt = row.out ? undefined : momentIn(desk, left);
  if (!row.in && arrivedAt === undefined) return '请先选择到达时间';
  if (!row.out && leftAt === undefined) return '请先选择离开时间';
  return {
    ...(arrivedAt !== undefined && { arrivedAt }),
    ...(leftAt !== undefined && { leftAt }),
  };
}

const reasonOf = (typed: string) =>
  typed.trim() === '' ? '请写明不予确认的原因' : { reason: typed.trim() };
