import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { serverNow } from '../../clock';
import { enter } from '../../entry';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { remainingWord } from '../../words';
import type { Claim } from './claim';
import { dropClaim, isOpen } from './claim';
import styles from './index.module.scss';

/** The scan that is kept for a newcomer, for how much longer, and what is still to be done. */
export function ClaimCard({ claim, onConfirm }: { claim: Claim; onConfirm: () => void }) {
  const [now, setNow] = useState(serverNow);
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 5_000);
    return () => clearInterval(timer);
  }, []);
  const what = claim.kind === 'checkin' ? '签到' : '签退';
  if (!isOpen(claim)) {
    return (
      <Card id='claim' title='这次扫码已过期'>
        <Text className={styles.text}>
          {`“${claim.title}”的${what}没有在 10 分钟内完成，请重新扫码。`}
        </Text>
        <Button id='claim-drop' kind='plain' onPress={dropClaim}>
          知道了
        </Button>
      </Card>
    );
  }
  const proceed = async () => {
    setBusy(true);
    const entry = await enter();
    setBusy(false);
    say(entry.status === 'failed' ? entry.reason : '');
    if (entry.status === 'ready') onConfirm();
  };
  return (
    <Card id='claim' title={`已为您保留${what}`}>
      <Text className={styles.text}>
        {`${claim.title}。完成登录和登记后生效，${remainingWord(claim.expiresAt - now)}。`}
      </Text>
      {said !== '' && <Text className={styles.wrong}>{said}</Text>}
      <View className={styles.second}>
        <Button id='claim-proceed' busy={busy} onPress={() => void proceed()}>
          {`继续完成${what}`}
        </Button>
      </View>
    </Card>
  );
}
