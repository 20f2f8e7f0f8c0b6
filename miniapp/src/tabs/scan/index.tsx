import { Text, View } from '@tarojs/components';
import { useDidShow, useLoad } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { scanCode, scanPicture } from '../../device/scan';
import { enter, isRegistered } from '../../entry';
import { go } from '../../go';
import { useOutbox } from '../../outbox';
import { person } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Page } from '../../ui/page/page';
import { isOpen, useClaim } from './claim';
import { ClaimCard } from './claim-card';
import { DigitsCard } from './digits-card';
import styles from './index.module.scss';
import { MyCodeRow } from './my-code-row';
import { offer, takeOffered } from './offered';
import { PlaceRow } from './place-row';
import type { Context, Next } from './scan';
import { confirmClaim, handleText } from './scan';

/** The camera, a picture (browsers), or six digits: every way from a code to what it stands for. */
export default function ScanPage() {
  const { busy, said, run, say } = useNext();
  const claim = useClaim((it) => it.claim);
  const waiting = useOutbox((it) => it.waiting.length);

  const read = async (scan: typeof scanCode, context?: Context) => {
    say('');
    const seen = await scan();
    if (seen.status === 'unavailable') say(seen.reason);
    if (seen.status === 'read') await run(() => handleText(seen.text, context));
  };
  useLoad<Record<string, string>>((query) => {
    const text = query.q ?? query.scene ?? query.token;
    if (text) offer(text);
  });
  useDidShow(() => {
    const text = takeOffered();
    if (text !== undefined) void run(() => handleText(text));
    else void confirmIfReady(run);
  });

  return (
    <Page id='scan-page' title='扫码' tab>
      {said !== '' && (
        <Banner id='scan-said' tone='error'>
          {said}
        </Banner>
      )}
      {waiting > 0 && (
        <Banner
          id='scan-waiting'
          tone='waiting'
          action={{ text: '查看', onPress: () => go('/checkins/records/index') }}
        >
          {`${waiting} 个操作待同步，联网后自动提交`}
        </Banner>
      )}
      {claim && <ClaimCard claim={claim} onConfirm={() => void confirmIfReady(run)} />}
      <View className={styles.camera}>
        <Text className={styles.lead}>对准现场屏幕上的二维码</Text>
        <Button
          id='scan-camera'
          size='large'
          busy={busy}
          busyText='正在识别…'
          onPress={() => void read(scanCode)}
        >
          打开相机扫码
        </Button>
        {scanPicture && (
          <View className={styles.second}>
            <Button
              id='scan-picture'
              kind='plain'
              disabled={busy}
              onPress={() => scanPicture && void read(scanPicture)}
            >
              选择二维码图片
            </Button>
          </View>
        )}
      </View>
      <MyCodeRow />
      <DigitsCard
        busy={busy}
        onSubmit={(digits, shiftId) => void run(() => handleText(digits, { shiftId }))}
      />
      <PlaceRow />
    </Page>
  );
}

/** Goes where a scan leads, one at a time; says on the page why it leads nowhere. */
function useNext() {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const running = useRef(false);
  const run = async (work: () => Promise<Next>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    say('');
    const next = await work();
    running.current = false;
    setBusy(false);
    if (next.to === 'nowhere') say(next.message);
    if (next.to === 'page') go(next.address, next.query);
    if (next.to === 'claimed') {
      const entry = await enter();
      if (entry.status === 'failed') say(entry.reason);
      if (entry.status === 'ready') await confirmIfReady(run);
    }
  };
  return { busy, said, run, say };
}

/** Confirms the kept scan once its owner is signed in and registered. */
async function confirmIfReady(run: (work: () => Promise<Next>) => Promise<void>): Promise<void> {
  const { claim } = useClaim.getState();
  if (!claim || !isOpen(claim) || !person()) return;
  const registered = await isRegistered().catch(() => false);
  if (registered) await run(() => confirmClaim(claim));
}
