import { Text, View } from '@tarojs/components';
import { go, goTab } from '../../go';
import type { useMe } from '../../session';
import { SignIn } from '../../sign-in/sign-in';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Figure } from '../../ui/figure/figure';
import { setLook, useLook } from '../../ui/look';
import { Pressable } from '../../ui/pressable/pressable';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { countWord, timeParts } from '../../words';
import styles from './index.module.scss';

/** Who I am, my hours and points, and the one thing most people come for: scanning. */
export function Standing({ me }: { me: ReturnType<typeof useMe> }) {
  const elder = useLook((it) => it.elder);
  const name = 'data' in me ? me.data.profile?.name : undefined;
  return (
    <Card id='standing'>
      <View className={styles.head}>
        <Text className={styles.greeting}>{name ? `您好，${name}` : '您好'}</Text>
        <Pressable
          id='larger'
          role='switch'
          checked={elder}
          className={styles.larger}
          onPress={() => setLook({ elder: !elder })}
        >
          <Text>{elder ? '标准字号' : '大字版'}</Text>
        </Pressable>
      </View>
      <Figures me={me} />
      <Button id='scan' size='large' onPress={() => goTab('/tabs/scan/index')}>
        扫码签到
      </Button>
      {me.guest && (
        <View className={styles.signIn}>
          <SignIn />
        </View>
      )}
    </Card>
  );
}

function Figures({ me }: { me: ReturnType<typeof useMe> }) {
  if (me.guest) return <Text className={styles.guest}>登录后显示您的时长和积分</Text>;
  if (me.state === 'loading') return <Skeleton shape='figure' count={1} />;
  if (!('data' in me)) {
    const reason = me.state === 'failed' ? me.reason : me.refusal.message;
    return <Text className={styles.guest}>{`时长和积分没有取到：${reason}`}</Text>;
  }
  return (
    <View className={styles.figures}>
      <Pressable id='hours' className={styles.figure} onPress={() => go('/checkins/hours/index')}>
        <Figure label='服务时长' tone='brand' parts={timeParts(me.data.minutes)} />
      </Pressable>
      <Pressable id='points' className={styles.figure} onPress={() => go('/points/passbook/index')}>
        <Figure label='积分' parts={[[countWord(me.data.points), '分']]} />
      </Pressable>
    </View>
  );
}
