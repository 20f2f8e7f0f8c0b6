import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { CountersignedReceipt } from '#shared/checkins';
import { clockOf } from '#shared/time';
import { RefusedAnswer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { scanCode, scanPicture } from '../../device/scan';
import { earlyMs } from '../../shift-times';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Page } from '../../ui/page/page';
import { Result } from '../../ui/result/result';
import { Tabs } from '../../ui/tabs/tabs';
import { useRoute } from '../../use-route';
import { minutesWord, pointsWord, spanWord } from '../../words';
import styles from './index.module.scss';
import { useCardScan } from './use-card-scan';

const ends = [
  { value: 'checkin', text: '签到' },
  { value: 'checkout', text: '签退' },
] as const;

/** Whoever runs a shift scans the codes of people who stand before them, one after the other. */
export default function CardsPage() {
  const { shiftId = '' } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const board = useRoute(
    'GET /shifts/{shiftId}/board',
    shiftId && signedIn ? { shiftId } : undefined,
  );
  const [chosen, choose] = useState<'checkin' | 'checkout'>();
  const { busy, said, receipt, scan, reset } = useCardScan(shiftId);
  if (!signedIn) {
    return <SignInFirst id='cards' title='扫志愿者的码' text='组织者登录后才能扫。' />;
  }
  const shown = 'data' in board ? board.data : undefined;
  const end = chosen ?? (shown && serverNow() > shown.endsAt - earlyMs ? 'checkout' : 'checkin');
  return (
    <Page id='cards' title='扫志愿者的码'>
      {board.state === 'refused' && <RefusedAnswer refusal={board.refusal} />}
      {board.state !== 'refused' && (
        <>
          {shown && (
            <Text className={styles.head}>
              {`${shown.title}\n${spanWord(shown, serverNow())} · ${shown.placeName}`}
            </Text>
          )}
          <Tabs id='cards-end' label='签到还是签退' items={ends} value={end} onChange={choose} />
          {said !== '' && (
            <Banner id='cards-said' tone='error'>
              {said}
            </Banner>
          )}
          {receipt ? (
            <Done receipt={receipt} onNext={reset} />
          ) : (
            <Card>
              <Text className={styles.text}>
                请对方打开“我的码”，或出示志愿者卡，确认是本人再扫。对方自己扫过签到码的，再扫“我的码”，就是您当面确认过。需要联网。
              </Text>
              <Button
                id='cards-scan'
                size='large'
                busy={busy}
                busyText='正在登记…'
                onPress={() => void scan(end, scanCode)}
              >
                {end === 'checkin' ? '扫码签到' : '扫码签退'}
              </Button>
              {scanPicture && (
                <View className={styles.second}>
                  <Button
                    id='cards-picture'
                    kind='plain'
                    disabled={busy}
                    onPress={() => scanPicture && void scan(end, scanPicture)}
                  >
                    选择二维码图片
                  </Button>
                </View>
              )}
            </Card>
          )}
        </>
      )}
    </Page>
  );
}

function Done({ receipt, onNext }: { receipt: CountersignedReceipt; onNext: () => void }) {
  const { maskedName, inAt, outAt, walkIn, creditedMinutes, points, vouched } = receipt;
  const credited =
    creditedMinutes === undefined
      ? []
      : [
          {
            label: '时长',
            value: `${minutesWord(creditedMinutes)} · ${pointsWord(points ?? 0)}`,
          },
        ];
  return (
    <Result
      id='cards-done'
      tone={receipt.status === 'late' ? 'waiting' : 'done'}
      headline={headlines[receipt.status]}
      rows={[
        { label: '志愿者', value: maskedName },
        ...(inAt === undefined
          ? []
          : [{ label: '签到', value: `${clockOf(inAt)}${walkIn ? '（现场报名）' : ''}` }]),
        ...(outAt === undefined ? [] : [{ label: '签退', value: clockOf(outAt) }]),
        ...credited,
        ...(vouched ? [{ label: '见证', value: '您或同事已当面确认' }] : []),
      ]}
      actions={[{ id: 'cards-next', text: '扫下一位', onPress: onNext }]}
    />
  );
}

const headlines: Record<CountersignedReceipt['status'], string> = {
  checked_in: '已签到',
  checked_out: '已签退',
  late: '已登记，还要在名单里确认',
  declined: '这次服务未予确认',
};
