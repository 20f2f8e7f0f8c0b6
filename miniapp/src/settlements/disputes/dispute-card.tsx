import { useRef, useState } from 'react';
import type { DisputeShown } from '#shared/disputes';
import { disputeKinds, objectionReasons } from '#shared/disputes.words';
import { clockOf } from '#shared/time';
import { recordStates } from '#shared/vocabulary';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { newRequestId } from '../../ids';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';
import { minutesWord, momentWord, spanWord } from '../../words';
import { EvidenceLines } from '../evidence';
import { momentIn } from '../times';

type Props = { dispute: DisputeShown; onDone: () => Promise<void> };

/** One word on hours, with what stands behind the record; decided by somebody who had no hand in it. */
export function DisputeCard({ dispute, onDone }: Props) {
  const now = serverNow();
  const { kind, title, maskedName, reason, text, wanted, dueAt, record, mayDecide } = dispute;
  const counted = minutesWord(record.creditedMinutes ?? 0);
  return (
    <Card id={`dispute-${dispute.disputeId}`} title={`${disputeKinds[kind]} · ${maskedName}`}>
      <ListRow title={title} note={spanWord(dispute, now)} />
      <ListRow title={reason ? objectionReasons[reason] : '本人认为少计了'} note={text} />
      {wanted && (
        <ListRow
          title={`${clockOf(wanted.arrivedAt)}–${clockOf(wanted.leftAt)}`}
          note='本人说的时间'
        />
      )}
      <ListRow title={`${recordStates[record.state]} · ${counted}`} note='现在的记录' />
      <EvidenceLines {...record} />
      <Banner tone={dueAt < now ? 'error' : 'waiting'}>
        {`请在 ${momentWord(dueAt, now)} 前核实，逾期转给上一级`}
      </Banner>
      {mayDecide ? (
        <Ruling dispute={dispute} onDone={onDone} />
      ) : (
        <Banner tone='info'>您与这条记录有关或办理过它，请另一位工作人员核实</Banner>
      )}
    </Card>
  );
}

type Outcome = 'dismiss' | 'times' | 'none';

function Ruling({ dispute, onDone }: Props) {
  const { disputeId, kind, wanted, record } = dispute;
  const [outcome, setOutcome] = useState<Outcome>('dismiss');
  const [reason, setReason] = useState('');
  const begin = (said: number | undefined, end: { at: number } | undefined) => {
    const at = said ?? end?.at;
    return at === undefined ? '' : clockOf(at);
  };
  const [times, setTimes] = useState({
    arrived: begin(wanted?.arrivedAt, record.in),
    left: begin(wanted?.leftAt, record.out),
  });
  const { busy, said, run } = useCommand();
  /** One id for one decision, however often it has to be sent. */
  const requestId = useRef(newRequestId());
  const send = () =>
    run(async () => {
      if (reason.trim() === '') return '请写明核实的情况';
      const arrivedAt = exactly([record.in?.at, wanted?.arrivedAt], times.arrived, dispute);
      const leftAt = exactly([record.out?.at, wanted?.leftAt], times.left, dispute);
      if (outcome === 'times' && (arrivedAt === undefined || leftAt === undefined)) {
        return '请填写核实后的到达和离开时间';
      }
      await call('POST /disputes/{disputeId}/decision', {
        ...{ requestId: requestId.current, disputeId, reason: reason.trim() },
        verdict: outcome === 'dismiss' ? 'dismiss' : 'uphold',
        ...(outcome === 'times' &&
          arrivedAt !== undefined &&
          leftAt !== undefined && { arrivedAt, leftAt }),
      });
      return onDone();
    });
  const options: { value: Outcome; text: string }[] = [
    { value: 'dismiss', text: '不采纳，记录不变' },
    { value: 'times', text: '采纳，改为核实的时间' },
    ...(kind === 'objection' ? [{ value: 'none' as const, text: '采纳，不计时长' }] : []),
  ];
  return (
    <>
      <PickerField
        id={`outcome-${disputeId}`}
        label='核实结果'
        kind='option'
        value={outcome}
        options={options}
        onChange={(value) => setOutcome(value as Outcome)}
      />
      {outcome === 'times' && (
        <>
          <PickerField
            id={`rule-arrived-${disputeId}`}
            label='到达时间'
            kind='time'
            value={times.arrived}
            onChange={(arrived) => setTimes((it) => ({ ...it, arrived }))}
          />
          <PickerField
            id={`rule-left-${disputeId}`}
            label='离开时间'
            kind='time'
            value={times.left}
            onChange={(left) => setTimes((it) => ({ ...it, left }))}
          />
        </>
      )}
      <Field
        id={`rule-reason-${disputeId}`}
        label='核实的情况'
        hint='本人会看到'
        multiline
        maxLength={120}
        value={reason}
        onChange={setReason}
      />
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <Button id={`rule-${disputeId}`} busy={busy} busyText='正在提交…' onPress={() => void send()}>
        提交核实结果
      </Button>
    </>
  );
}

/** A moment that is known already, with its seconds, where the clock time is the same; else the one that is meant. */
function exactly(
  known: (number | undefined)[],
  clock: string,
  shift: { startsAt: number; endsAt: number },
): number | undefined {
  const found = known.find((at) => at !== undefined && clockOf(at) === clock);
  return found ?? momentIn(shift, clock);
}
