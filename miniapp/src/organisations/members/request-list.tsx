import { View } from '@tarojs/components';
import { useState } from 'react';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { useCommand } from '../../use-command';
import { usePages } from '../../use-route';
import { momentWord } from '../../words';
import styles from '../parts.module.scss';
import { Said } from '../said';

/** Who asks to join: taken in or not, one by one. */
export function RequestList({ organisationId }: { organisationId: string }) {
  const list = usePages(
    'GET /organisations/{organisationId}/requests',
    { organisationId },
    (it) => it.requests,
  );
  const { busy, said, run } = useCommand();
  const [declining, decline] = useState<string>();
  const [reason, setReason] = useState('');
  const decide = (volunteerId: string, decision: 'approve' | 'decline') =>
    void run(async () => {
      decline(undefined);
      const why = reason.trim();
      await call('PUT /organisations/{organisationId}/requests/{volunteerId}', {
        ...{ organisationId, volunteerId, decision },
        ...(decision === 'decline' && why !== '' && { reason: why }),
      }).finally(() => list.refresh());
      setReason('');
    });
  const now = serverNow();
  return (
    <>
      <Said>{said}</Said>
      <Answer of={list}>
        {() =>
          list.rows.length === 0 ? (
            <Empty
              id='requests-none'
              title='没有待处理的申请'
              text='有人申请加入后会出现在这里。'
            />
          ) : (
            <>
              {list.rows.map(({ volunteerId, maskedName, since }) => (
                <Card key={volunteerId} id={`request-${volunteerId}`}>
                  <ListRow title={maskedName} note={`${momentWord(since, now)} 申请`} />
                  <View className={styles.pair}>
                    <View className={styles.half}>
                      <Button
                        kind='plain'
                        label={`不同意 ${maskedName} 加入`}
                        disabled={busy}
                        onPress={() => decline(volunteerId)}
                      >
                        不同意
                      </Button>
                    </View>
                    <View className={styles.half}>
                      <Button
                        label={`同意 ${maskedName} 加入`}
                        disabled={busy}
                        onPress={() => decide(volunteerId, 'approve')}
                      >
                        同意
                      </Button>
                    </View>
                  </View>
                </Card>
              ))}
              <LoadMore
                state={list.tail === 'more' ? 'idle' : list.tail}
                onMore={() => void list.loadMore()}
              />
            </>
          )
        }
      </Answer>
      <Dialog
        id='decline-dialog'
        open={declining !== undefined}
        title='不同意加入？'
        confirm='不同意'
        onConfirm={() => decide(declining ?? '', 'decline')}
        onCancel={() => decline(undefined)}
      >
        <Field
          id='decline-reason'
          label='原因（可不填，会告诉对方）'
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
      </Dialog>
    </>
  );
}
