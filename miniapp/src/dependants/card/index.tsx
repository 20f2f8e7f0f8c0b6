import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Response } from '#shared/api';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { codeLink } from '../../device/link';
import { printPage } from '../../device/print';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { Empty } from '../../ui/empty/empty';
import { Page } from '../../ui/page/page';
import { QrCode } from '../../ui/qr-code/qr-code';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import styles from './index.module.scss';

type Shown = Response<'GET /me/card'>;

/** The card for a pocket without a phone: an organiser scans it at both ends; lost, it is replaced and opens nothing. */
export default function CardPage() {
  const { volunteerId } = useRouter().params;
  const forWhom = volunteerId === undefined ? {} : { forVolunteerId: volunteerId };
  const signedIn = usePerson((it) => it.person !== undefined);
  const answer = useRoute('GET /me/card', signedIn ? forWhom : undefined);
  const { busy, said, run } = useCommand();
  const [asked, ask] = useState(false);
  const issue = (replaces?: number) =>
    run(async () => {
      ask(false);
      const lost = replaces === undefined ? {} : { replaces };
      await call('POST /me/card', { ...forWhom, ...lost });
      await answer.refresh();
    });
  if (!signedIn) {
    return <SignInFirst id='card' title='志愿者卡' text='登录后可以制作志愿者卡。' />;
  }
  const card = 'data' in answer ? answer.data.card : undefined;
  return (
    <Page
      id='card'
      title='志愿者卡'
      bottom={
        printPage &&
        card && (
          <Button id='card-print' onPress={() => printPage?.()}>
            打印
          </Button>
        )
      }
    >
      {said !== '' && (
        <Banner id='card-said' tone='error'>
          {said}
        </Banner>
      )}
      <Answer of={answer} shape='card'>
        {(shown) =>
          shown.card ? (
            <Sheet shown={shown} card={shown.card} />
          ) : (
            <Empty
              id='card-none'
              title='还没有志愿者卡'
              text='卡上有姓名和二维码，不带手机也能到现场，请组织者扫卡签到、签退。'
              action={{ id: 'card-issue', text: '制作志愿者卡', busy, onPress: () => void issue() }}
            />
          )
        }
      </Answer>
      {card && (
        <>
          {!printPage && <Text className={styles.small}>长按图片可以保存，打印后随身带。</Text>}
          <Button id='card-lost' kind='quiet' busy={busy} onPress={() => ask(true)}>
            卡丢了，换一张
          </Button>
        </>
      )}
      <Dialog
        id='card-dialog'
        open={asked}
        title='换一张新卡？'
        text='旧卡立刻失效，捡到的人不能再用。请重新打印新卡。'
        confirm='换卡'
        onConfirm={() => void issue(card?.number)}
        onCancel={() => ask(false)}
      />
    </Page>
  );
}

function Sheet({ shown, card }: { shown: Shown; card: NonNullable<Shown['card']> }) {
  return (
    <View className={styles.sheet}>
      <Text className={styles.head}>志愿云 · 志愿者卡</Text>
      <Text id='card-name' className={styles.name}>
        {shown.name}
      </Text>
      <View className={styles.code}>
        <QrCode id='card-code' text={codeLink(card.token)} label='志愿者卡二维码' />
      </View>
      <Text className={styles.small}>
        {`编号末四位 ${shown.volunteerId.slice(-4)} · 第 ${card.number} 张`}
      </Text>
      <Text className={styles.line}>到场和离开时，请组织者各扫一次</Text>
    </View>
  );
}
