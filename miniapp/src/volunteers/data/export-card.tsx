import { Text, View } from '@tarojs/components';
import type { ExportShown } from '#shared/accounts';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { saveUrl } from '../../device/save-file';
import { newRequestId } from '../../ids';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { useEvery } from '../../use-visible';
import { countWord, momentWord } from '../../words';
import styles from './index.module.scss';

const askAgainMs = 2_000;

/** Everything about me in one file: asked for, watched while it is collected, fetched. */
export function ExportCard() {
  const answer = useRoute('GET /me/exports', {});
  const { busy, said, run } = useCommand();
  const one = 'data' in answer ? answer.data.export : undefined;
  useEvery(askAgainMs, one?.state === 'collecting', answer.refresh);
  const thenLook = (work: () => Promise<string | undefined>) =>
    run(() => work().finally(answer.refresh));
  return (
    <Card id='export' title='导出我的数据'>
      <Text className={styles.text}>
        资料、授权、组织、服务、工时、积分、兑换和消息，都在一个文件里。里面有您的手机号等信息，请自己收好。
      </Text>
      {said !== '' && (
        <Banner id='export-said' tone='error'>
          {said}
        </Banner>
      )}
      <Answer of={answer}>
        {({ export: last, leftToday }) => (
          <>
            {last && (
              <View className={styles.standing}>
                <Standing one={last} />
              </View>
            )}
            {last?.state === 'ready' && (
              <Button
                id='export-fetch'
                busy={busy}
                onPress={() => void thenLook(() => fetchFile(last))}
              >
                下载文件
              </Button>
            )}
            {last?.state !== 'collecting' && leftToday > 0 && (
              <Button
                id='export-ask'
                kind={last?.state === 'ready' ? 'quiet' : 'primary'}
                busy={busy}
                onPress={() => void thenLook(ask)}
              >
                {last?.state === 'ready' ? '重新导出' : '导出'}
              </Button>
            )}
            {last?.state !== 'collecting' && leftToday === 0 && (
              <Text className={styles.text}>今天已导出 3 次，请明天再试。</Text>
            )}
          </>
        )}
      </Answer>
    </Card>
  );
}

function Standing({ one: { state, rows, askedAt } }: { one: ExportShown }) {
  const words = {
    collecting: `正在收集，已有 ${countWord(rows)} 条`,
    ready: `已导出，共 ${countWord(rows)} 条`,
    failed: '没有完成，请重新导出',
  };
  return <ListRow title={words[state]} note={momentWord(askedAt, serverNow())} />;
}

async function ask(): Promise<string | undefined> {
  await call('POST /me/exports', { requestId: newRequestId() });
  return undefined;
}

/** A link lives ten minutes and the page may have stood open longer: a fresh one is asked for. */
async function fetchFile({ exportId }: ExportShown): Promise<string | undefined> {
  const { export: now } = await call('GET /me/exports', {});
  if (now?.exportId !== exportId || !now.url) return '文件已过期，请重新导出';
  return (await saveUrl('我的志愿云数据.json', now.url)) ? undefined : '没有下载成功，请再试一次';
}
