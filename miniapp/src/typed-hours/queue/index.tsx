import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { typingReasons } from '#shared/hours.words';
import type { TypedRow } from '#shared/typed-hours';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { newRequestId } from '../../ids';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { usePages } from '../../use-route';
import { minutesWord, momentWord, spanWord } from '../../words';
import { CapCard } from '../cap-card';

/** What somebody else typed and waits for a decision, one by one. */
export default function TypedQueuePage() {
  const { organisationId } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const waiting = usePages(
    'GET /organisations/{organisationId}/typed-hours',
    signedIn && organisationId ? { organisationId } : undefined,
    (it) => it.rows,
  );
  if (!signedIn) {
    return (
      <SignInFirst id='typed-queue' title='待审核的补录' text='审核人登录后可以审核补录的时长。' />
    );
  }
  return (
    <Page id='typed-queue' title='待审核的补录'>
      <Answer of={waiting} shape='card'>
        {({ cap }) => (
          <>
            {waiting.rows.length === 0 ? (
              <Empty
                id='typed-none'
                title='没有要审核的补录'
                text='组织者补录后会出现在这里，由您核对签到表再确认。'
              />
            ) : (
              waiting.rows.map((row) => (
                <TypedCard
                  key={`${row.shiftId}-${row.volunteerId}`}
                  row={row}
                  onDecided={waiting.refresh}
                />
              ))
            )}
            {waiting.rows.length > 0 && (
              <LoadMore
                state={waiting.tail === 'more' ? 'idle' : waiting.tail}
                onMore={() => void waiting.loadMore()}
              />
            )}
            <CapCard cap={cap} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function TypedCard({ row, onDecided }: { row: TypedRow; onDecided: () => Promise<void> }) {
  const { volunteerId, shiftId, maskedName, title, typistName, typedAt, minutes } = row;
  const now = serverNow();
  const span = spanWord({ startsAt: row.arrivedAt, endsAt: row.leftAt }, now);
  return (
    <Card id={`typed-${volunteerId}`} title={`${maskedName} · ${minutesWord(minutes)}`}>
      <ListRow title={title} note={span} />
      <ListRow title={typingReasons[row.reason]} note={row.note} />
      <ListRow title={`${typistName} 补录`} note={momentWord(typedAt, now)} />
      {row.mayDecide ? (
        <Decision key={`${shiftId}-${volunteerId}`} row={row} onDecided={onDecided} />
      ) : (
        <Banner tone='info'>您补录的，或是您自己和家人的，要由另一位审核人确认。</Banner>
      )}
    </Card>
  );
}

type Verdict = 'confirm' | 'decline';

function Decision({ row, onDecided }: { row: TypedRow; onDecided: () => Promise<void> }) {
  const { shiftId, volunteerId, maskedName } = row;
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const { busy, said, run } = useCommand();
  // One id for each word, so that a word whose answer was lost is not said twice.
  const ids = useRef<Record<Verdict, string>>({
    confirm: newRequestId(),
    decline: newRequestId(),
  });
  const decide = (verdict: Verdict) => {
    const missing = verdict === 'decline' && reason.trim() === '';
    setError(missing ? '请写明为什么不确认，本人和补录的人会看到' : undefined);
    if (missing) return;
    void run(async () => {
      await call('POST /shifts/{shiftId}/typed-hours/{volunteerId}/decision', {
        ...{ shiftId, volunteerId, requestId: ids.current[verdict], verdict },
        ...(reason.trim() !== '' && { reason: reason.trim() }),
      });
      await onDecided();
    });
  };
  return (
    <>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <Field
        id={`typed-reason-${volunteerId}`}
        label={`对 ${maskedName} 的审核意见`}
        hint='不确认时必填'
        maxLength={100}
        value={reason}
        {...(error !== undefined && { error })}
        onChange={setReason}
      />
      <Button
        id={`typed-confirm-${volunteerId}`}
        busy={busy}
        busyText='正在提交…'
        onPress={() => decide('confirm')}
      >
        确认服务属实
      </Button>
      <Button
        id={`typed-decline-${volunteerId}`}
        kind='plain'
        disabled={busy}
        onPress={() => decide('decline')}
      >
        不予确认
      </Button>
    </>
  );
}
