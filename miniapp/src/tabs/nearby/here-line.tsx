import { Text, View } from '@tarojs/components';
import { openLocationSettings } from '../../device/location';
import { findHere, useHere } from '../../stations/here';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import styles from './index.module.scss';

const inBrowser = process.env.TARO_ENV === 'h5';

/** Why the position would help, and the button that asks for it; after a refusal, the way without. */
export function HereLine() {
  const { located, asking } = useHere();
  if (located?.status === 'found') return null;
  if (located?.status === 'refused') {
    return (
      <Banner
        id='no-position'
        tone='info'
        action={
          inBrowser ? undefined : { text: '去设置', onPress: () => void openLocationSettings() }
        }
      >
        {inBrowser
          ? '没有位置权限，可以按区市查找；也可以在浏览器的网站设置里允许位置'
          : '没有位置权限，可以按区市查找'}
      </Banner>
    );
  }
  return (
    <Card>
      {located?.status === 'unavailable' && (
        <Banner tone='waiting'>暂时得不到位置，可以按区市查找</Banner>
      )}
      <View className={styles.here}>
        <Text className={styles.why}>知道您在哪里，才能按远近排。位置只在手机上用，不上传。</Text>
        <Button
          id='locate'
          kind='plain'
          size='small'
          busy={asking}
          busyText='正在定位…'
          onPress={() => void findHere()}
        >
          按远近排
        </Button>
      </View>
    </Card>
  );
}
