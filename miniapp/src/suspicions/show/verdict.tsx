import { useState } from 'react';
import type { SuspicionShown } from '#shared/suspicions';
import type { SuspicionVerdict } from '#shared/suspicions.words';
import { suspicionVerdicts } from '#shared/suspicions.words';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { Tabs } from '../../ui/tabs/tabs';
import { useCommand } from '../../use-command';
import { momentWord } from '../../words';

type Props = {
  organisationId: string;
  findingId: string;
  suspicion: SuspicionShown;
  onDone: () => Promise<void>;
};

const choices = (Object.keys(suspicionVerdicts) as SuspicionVerdict[]).map((value) => ({
  value,
  text: suspicionVerdicts[value],
}));

/** What an auditor came to, with the reason; once. */
export function Verdict({ organisationId, findingId, suspicion, onDone }: Props) {
  const { judged } = suspicion;
  const [verdict, setVerdict] = useState<SuspicionVerdict>('unfounded');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const { busy, said, run } = useCommand();
  if (judged) {
    return (
      <Card id='verdict' title={`判断：${suspicionVerdicts[judged.verdict]}`}>
        <ListRow
          title={judged.reason}
          note={`${judged.byName} · ${momentWord(judged.at, serverNow())}`}
        />
      </Card>
    );
  }
  const judge = () => {
    const missing = reason.trim() === '' ? '请写下您核实了什么' : undefined;
    setError(missing);
    if (missing) return;
    void run(async () => {
      await call('POST /organisations/{organisationId}/suspicions/{findingId}/verdict', {
        ...{ organisationId, findingId, verdict, reason: reason.trim() },
      });
      await onDone();
    });
  };
  return (
    <Card id='verdict' title='您的判断'>
      <Banner tone='info'>
        线索不是结论。判断不会自动扣除工时；属实的，请在公示期内对该笔工时提出异议。
      </Banner>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <Tabs
        id='verdict-choice'
        label='判断'
        items={choices}
        value={verdict}
        onChange={setVerdict}
      />
      <Field
        id='verdict-reason'
        label='理由'
        hint='写明核实了什么，会留在审计日志里'
        multiline
        maxLength={500}
        value={reason}
        error={error}
        onChange={setReason}
      />
      <Button id='verdict-send' busy={busy} busyText='正在提交…' onPress={judge}>
        提交判断
      </Button>
    </Card>
  );
}
