import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { DeletionShown } from '#shared/accounts';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { CheckRow } from '../../ui/check-row/check-row';
import { Dialog } from '../../ui/dialog/dialog';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { countWord, minutesWord, momentWord } from '../../words';
import styles from './index.module.scss';

/** Deleting the account: what is lost stands there first, then it is asked twice. */
export function DeletionCard() {
  const answer = useRoute('GET /me/deletion', {});
  const { busy, said, run } = useCommand();
  const thenLook = (work: () => Promise<unknown>) => run(() => work().finally(answer.refresh));
  return (
    <Card id='deletion' title='注销账号'>
      {said !== '' && (
        <Banner id='deletion-said' tone='error'>
          {said}
        </Banner>
      )}
      <Answer of={answer}>
        {(data) =>
          data.dueAt === undefined ? (
            <Leaving
              data={data}
              busy={busy}
              onSure={() =>
                thenLook(() => call('POST /me/deletion', { understood: true, sure: true }))
              }
            />
          ) : (
            <>
              <Banner id='deletion-due' tone='waiting'>
                {`账号将在 ${momentWord(data.dueAt, serverNow())} 注销，在此之前都可以撤回`}
              </Banner>
              <Button
                id='deletion-keep'
                kind='plain'
                busy={busy}
                onPress={() => void thenLook(() => call('DELETE /me/deletion', {}))}
              >
                不注销了
              </Button>
            </>
          )
        }
      </Answer>
    </Card>
  );
}

type LeavingProps = { data: DeletionShown; busy: boolean; onSure: () => Promise<void> };

function Leaving({ data: { minutes, points }, busy, onSure }: LeavingProps) {
  const [understood, understand] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [asking, ask] = useState(false);
  const first = () => {
    setWrong(understood ? undefined : '请先勾选');
    if (understood) ask(true);
  };
  const second = async () => {
    await onSure();
    ask(false);
  };
  const had = `${minutesWord(minutes)}工时和 ${countWord(points)} 积分`;
  return (
    <>
      <Text className={styles.text}>
        {`注销后不能再登录，${had}不再属于您，也不能恢复。姓名、手机号、身份证号、签到凭据和消息都会清除；工时流水只保留数字，不再与您关联。`}
      </Text>
      <Text className={styles.text}>
        申请后有 7 天可以反悔。需要的话，请先在上面导出数据、把积分兑换完。
      </Text>
      <CheckRow
        id='deletion-understood'
        checked={understood}
        error={wrong}
        onChange={(checked) => {
          understand(checked);
          setWrong(undefined);
        }}
      >
        我已看明白，注销后找不回来
      </CheckRow>
      <Button id='deletion-ask' kind='plain' busy={busy} onPress={first}>
        申请注销
      </Button>
      <Dialog
        id='deletion-dialog'
        open={asking}
        title='确定注销账号？'
        text={`7 天后执行。${had}将不再属于您。`}
        confirm='确定注销'
        cancel='再想想'
        busy={busy}
        onConfirm={() => void second()}
        onCancel={() => ask(false)}
      />
    </>
  );
}
