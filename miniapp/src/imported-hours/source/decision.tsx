import { useState } from 'react';
import type { HourSource } from '#shared/imported-hours';
import { call } from '../../api';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { Field } from '../../ui/field/field';
import { useCommand } from '../../use-command';

type Props = { source: HourSource; onChanged: () => Promise<void> };

/** Confirming a source that somebody else named, or ending one, with a reason that stays. */
export function Decision({ source: { sourceId, may, name }, onChanged }: Props) {
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [ending, setEnding] = useState(false);
  const { busy, said, run } = useCommand();
  const why = reason.trim();
  const decide = (verdict: 'confirm' | 'end') =>
    void run(async () => {
      setEnding(false);
      await call('POST /hour-sources/{sourceId}/decision', { sourceId, verdict, reason: why });
      setReason('');
      await onChanged();
    });
  const withReason = (then: () => void) => (why ? then() : setWrong('请先写明理由'));
  return (
    <Card title={may.confirm ? '核对与确认' : '停用'}>
      {said !== '' && (
        <Banner id='decision-said' tone='error'>
          {said}
        </Banner>
      )}
      <Field
        {...{ id: 'decision-reason', label: '理由', maxLength: 100, value: reason, error: wrong }}
        hint='会留在操作记录里'
        onChange={(text) => {
          setReason(text);
          setWrong(undefined);
        }}
      />
      {may.confirm && (
        <Button id='source-confirm' busy={busy} onPress={() => withReason(() => decide('confirm'))}>
          公钥核对无误，确认
        </Button>
      )}
      {may.end && (
        <Button
          id='source-end'
          kind='quiet'
          busy={busy}
          onPress={() => withReason(() => setEnding(true))}
        >
          停用这个来源
        </Button>
      )}
      <Dialog
        id='source-end-dialog'
        open={ending}
        title='停用这个来源？'
        text={`“${name}”还没有领取的时长将不能再领取，已转入的不变。停用后不能恢复，只能重新登记。`}
        confirm='停用'
        onConfirm={() => decide('end')}
        onCancel={() => setEnding(false)}
      />
    </Card>
  );
}
