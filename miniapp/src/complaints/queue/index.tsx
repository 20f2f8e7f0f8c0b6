import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { ComplaintShown } from '#shared/complaints';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { usePages } from '../../use-route';
import { ComplaintCard } from '../complaint-card';

/** What waits for my organisation's answer, the most urgent first. */
export default function ComplaintQueue() {
  const { organisationId } = useRouter().params;
  const waiting = usePages(
    'GET /organisations/{organisationId}/complaints',
    organisationId ? { organisationId } : undefined,
    (it) => it.complaints,
  );
  return (
    <Page id='complaint-queue' title='待答复的投诉'>
      <Answer of={waiting} shape='card'>
        {() =>
          waiting.rows.length === 0 ? (
            <Empty title='都答复了' text='有新的投诉时会出现在这里，请在期限内答复。' />
          ) : (
            <>
              {waiting.rows.map((one) => (
                <ComplaintCard key={one.complaintId} complaint={one}>
                  <AnswerForm complaint={one} onDone={waiting.refresh} />
                </ComplaintCard>
              ))}
              <LoadMore
                state={waiting.tail === 'more' ? 'idle' : waiting.tail}
                onMore={() => void waiting.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

type AnswerProps = { complaint: ComplaintShown; onDone: () => Promise<void> };

function AnswerForm({ complaint: { complaintId }, onDone }: AnswerProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const { busy, said, run } = useCommand();
  const send = async () => {
    const wrong = text.trim() === '' ? '请写下核实的情况和处理结果' : undefined;
    setError(wrong);
    if (wrong) return;
    await run(async () => {
      await call('POST /complaints/{complaintId}/answer', { complaintId, text: text.trim() });
      await onDone();
    });
  };
  return (
    <>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <Field
        id={`answer-text-${complaintId}`}
        label='答复'
        multiline
        maxLength={1_000}
        value={text}
        error={error}
        onChange={setText}
      />
      <Button
        id={`answer-${complaintId}`}
        busy={busy}
        busyText='正在提交…'
        onPress={() => void send()}
      >
        答复
      </Button>
    </>
  );
}
