import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { CodeBatch } from '#shared/checkins';
import { RefusedAnswer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Button } from '../../ui/button/button';
import { CodePlate } from '../../ui/code-plate/code-plate';
import { Empty } from '../../ui/empty/empty';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { useEvery, useVisible } from '../../use-visible';
import { momentWord } from '../../words';
import type { ShownCode } from './batch';
import { codeAt, endOf } from './batch';
import styles from './index.module.scss';
import type { Codes } from './use-codes';
import { useCodes } from './use-codes';

/** One's own code: an organiser who scans it says that they saw this person. It rotates with and without network. */
export default function MyCodePage() {
  const owner = usePerson((it) => it.person?.volunteerId);
  const visible = useVisible();
  const { codes, fetch, keepGoing } = useCodes(owner);
  if (owner === undefined) {
    return <SignInFirst id='mycode' title='我的码' text='登录后可以出示自己的码。' />;
  }
  return (
    <Page id='mycode' title='我的码'>
      {codes.state === 'open' ? (
        <>
          <Text className={styles.lead}>
            请现场的组织者或站点管理员扫这个码，当面为您签到、签退。您自己扫过签到码以后，也可以请他们再扫一次，这次服务的证据会更可靠。
          </Text>
          <Plate batch={codes.batch} visible={visible} onTick={keepGoing} />
          <Button id='mycode-records' kind='plain' onPress={() => go('/checkins/records/index')}>
            查看我的服务
          </Button>
        </>
      ) : (
        <NoCode codes={codes} onFetch={() => void fetch()} />
      )}
    </Page>
  );
}

const tickMs = 500;
type PlateProps = { batch: CodeBatch; visible: boolean; onTick: () => void };

/** The code of this moment; reckoned anew at every tick, so that it is right again after the phone was asleep. */
function Plate({ batch, visible, onTick }: PlateProps) {
  const [, tick] = useState('');
  const now = serverNow();
  const code = codeAt(batch, now);
  useEvery(tickMs, visible, () => {
    onTick();
    // Only what one sees changes the page: a transfer twice a second would be WeChat's to pay.
    tick(signOf(codeAt(batch, serverNow())));
  });
  if (!code) {
    return (
      <Empty
        id='mycode-spent'
        title='存在手机里的码已用完'
        text='请连接网络，会自动取得新的码。没有网络时，可以请组织者扫志愿者卡。'
      />
    );
  }
  return (
    <CodePlate
      id='mycode-picture'
      token={code.token}
      label='我的志愿者二维码'
      secondsLeft={code.secondsLeft}
    >
      <View className={styles.words}>
        <Text className={styles.name}>每 15 秒更新</Text>
        <Text id='mycode-until' className={styles.small}>
          {`没有网络也能用到${momentWord(endOf(batch), now)}。截图不能用。`}
        </Text>
      </View>
    </CodePlate>
  );
}

/** Differs whenever the code or its seconds do. */
const signOf = (code: ShownCode | undefined): string =>
  code ? `${code.token} ${code.secondsLeft}` : '';

type NoCodeProps = { codes: Exclude<Codes, { state: 'open' }>; onFetch: () => void };

function NoCode({ codes, onFetch }: NoCodeProps) {
  if (codes.state === 'loading') return <Skeleton shape='card' count={1} />;
  if (codes.state === 'refused') return <RefusedAnswer refusal={codes.refusal} />;
  return (
    <Empty
      id='mycode-failed'
      drawing='storm'
      title='暂时没有码'
      text={`${codes.reason}。出门前打开一次这一页，之后几小时没有网络也能用。`}
      action={{ id: 'mycode-again', text: '重试', onPress: onFetch }}
    />
  );
}
