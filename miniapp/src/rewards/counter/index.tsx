import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { kindOf, readScanned } from '#shared/code';
import { RefusedAnswer } from '../../answer/answer';
import { scanCode, scanPicture } from '../../device/scan';
import { vibrate } from '../../device/vibrate';
import { goTab } from '../../go';
import { newRequestId } from '../../ids';
import { submit } from '../../outbox';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { Handover } from './handover';
import styles from './index.module.scss';

/** The counter hands something over: scans the volunteer's code, and sees whether the thing may be given. */
export default function CounterPage() {
  const { token: offered } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const memberships = useRoute('GET /me/memberships', signedIn ? {} : undefined);
  const { busy, said, handoverId, scan, hand, reset } = useCounter();
  const isCounter =
    !('data' in memberships) ||
    memberships.data.memberships.some(({ roles }) => roles.includes('counter'));

  if (!signedIn) {
    return <SignInFirst id='counter' title='兑换柜台' text='柜台人员登录后才能核销。' />;
  }
  return (
    <Page id='counter' title='兑换柜台'>
      {memberships.state === 'refused' && <RefusedAnswer refusal={memberships.refusal} />}
      {!isCounter && (
        <Empty
          id='counter-none'
          title='这里是兑换柜台'
          text='请把领取码出示给柜台人员扫码，您自己不用扫。'
          action={{ text: '回首页', onPress: () => goTab('/tabs/home/index') }}
        />
      )}
      {isCounter && said !== '' && (
        <Banner id='counter-said' tone='error'>
          {said}
        </Banner>
      )}
      {isCounter && handoverId && <Handover handoverId={handoverId} onNext={reset} />}
      {isCounter && !handoverId && (
        <Card title='核销领取码'>
          <Text className={styles.text}>
            请志愿者打开“我的兑换”出示领取码。核销成功后再交付礼品；一个码只能用一次，6 分钟内有效。
          </Text>
          {offered ? (
            <Button id='counter-confirm' busy={busy} onPress={() => void hand(offered)}>
              核销刚才扫到的码
            </Button>
          ) : (
            <Button
              id='counter-scan'
              size='large'
              busy={busy}
              busyText='正在核销…'
              onPress={() => void scan(scanCode)}
            >
              扫领取码
            </Button>
          )}
          {scanPicture && (
            <View className={styles.second}>
              <Button
                id='counter-picture'
                kind='plain'
                disabled={busy}
                onPress={() => scanPicture && void scan(scanPicture)}
              >
                选择二维码图片
              </Button>
            </View>
          )}
        </Card>
      )}
    </Page>
  );
}

function useCounter() {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const [handoverId, setHandoverId] = useState<string>();

  const hand = async (token: string) => {
    if (busy) return;
    setBusy(true);
    const id = newRequestId();
    const outcome = await submit({
      id,
      route: 'POST /handovers',
      request: { handoverId: id, token },
    });
    setBusy(false);
    if (outcome.status === 'not_kept') return say(outcome.reason);
    if (outcome.status === 'done') vibrate();
    setHandoverId(id);
  };
  const scan = async (see: typeof scanCode) => {
    say('');
    const seen = await see();
    if (seen.status === 'unavailable') say(seen.reason);
    if (seen.status !== 'read') return;
    const read = readScanned(seen.text);
    if (!read || !('token' in read) || kindOf(read.token) !== 'pickup') {
      return say('这不是领取码，请志愿者打开“我的兑换”，出示领取码');
    }
    await hand(read.token);
  };
  return { busy, said, handoverId, scan, hand, reset: () => setHandoverId(undefined) };
}
