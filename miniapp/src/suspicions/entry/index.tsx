import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { SampleResult } from '#shared/suspicions.words';
import { sampleResults } from '#shared/suspicions.words';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { Tabs } from '../../ui/tabs/tabs';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { momentWord } from '../../words';
import { EvidenceCard } from '../evidence-card';

const choices = (Object.keys(sampleResults) as SampleResult[]).map((value) => ({
  value,
  text: sampleResults[value],
}));

/** One hour of the sample with everything behind it, and what the auditor notes on it. */
export default function SampledEntry() {
  const { organisationId = '', volunteerId = '', sequence = '' } = useRouter().params;
  const named = { organisationId, volunteerId, sequence: Number(sequence) };
  const entry = useRoute(
    'GET /organisations/{organisationId}/sample/{volunteerId}/{sequence}',
    volunteerId ? named : undefined,
  );
  return (
    <Page id='sampled-entry' title='一笔工时'>
      <Answer of={entry} shape='card'>
        {({ row, checked }) => (
          <>
            <EvidenceCard id='entry' row={row} />
            {checked && (
              <Card title={`抽查结果：${sampleResults[checked.result]}`}>
                <ListRow
                  title={checked.note}
                  note={`${checked.byName} · ${momentWord(checked.at, serverNow())}`}
                />
              </Card>
            )}
            <NoteForm named={named} onDone={entry.refresh} />
          </>
        )}
      </Answer>
    </Page>
  );
}

type FormProps = {
  named: { organisationId: string; volunteerId: string; sequence: number };
  onDone: () => Promise<void>;
};

function NoteForm({ named, onDone }: FormProps) {
  const [result, setResult] = useState<SampleResult>('ok');
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const { busy, said, run } = useCommand();
  const send = () => {
    const missing = note.trim() === '' ? '请写下您核对了什么' : undefined;
    setError(missing);
    if (missing) return;
    void run(async () => {
      await call('PUT /organisations/{organisationId}/sample/{volunteerId}/{sequence}', {
        ...{ ...named, result, note: note.trim() },
      });
      setNote('');
      await onDone();
    });
  };
  return (
    <Card id='entry-note' title='记录抽查结果'>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <Tabs id='entry-result' label='结果' items={choices} value={result} onChange={setResult} />
      <Field
        id='entry-note-text'
        label='核对情况'
        hint='会留在审计日志里'
        multiline
        maxLength={300}
        value={note}
        error={error}
        onChange={setNote}
      />
      <Button id='entry-send' busy={busy} busyText='正在提交…' onPress={send}>
        保存结果
      </Button>
    </Card>
  );
}
