import { Image, Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { ActivityShown } from '#shared/activities';
import { clockOf } from '#shared/time';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { codeLink } from '../../device/link';
import { openPdf } from '../../device/open-file';
import { a11y } from '../../ui/a11y';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Page } from '../../ui/page/page';
import { QrCode } from '../../ui/qr-code/qr-code';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { dateWord, weekdayWord } from '../../words';
import styles from './index.module.scss';

/** What hangs on the wall: the activity and a code that opens its page. A printed code never checks anybody in. */
export default function PosterPage() {
  const { activityId } = useRouter().params;
  const request = activityId ? { activityId } : undefined;
  const activity = useRoute('GET /activities/{activityId}', request);
  const poster = useRoute('GET /activities/{activityId}/poster', request);
  return (
    <Page
      id='poster'
      title='活动海报'
      bottom={request && 'data' in poster && <Download activityId={request.activityId} />}
    >
      <Answer of={activity} shape='card'>
        {(data) => (
          <View className={styles.sheet}>
            <About activity={data} />
            <View className={styles.code}>
              <Answer of={poster} shape='card'>
                {({ token, wechatCode }) => <Code token={token} wechatCode={wechatCode} />}
              </Answer>
            </View>
            {'data' in poster && (
              <>
                <Text className={styles.line}>扫一扫，了解并报名</Text>
                <Text className={styles.small}>海报上的码只用来报名；签到请扫现场屏幕上的码。</Text>
              </>
            )}
          </View>
        )}
      </Answer>
    </Page>
  );
}

/** The same as a PDF: sharp on paper, from a phone as well. */
function Download({ activityId }: { activityId: string }) {
  const { busy, said, run } = useCommand();
  const [unopened, setUnopened] = useState(false);
  const open = () =>
    run(async () => {
      const { url } = await call('GET /activities/{activityId}/poster-file', { activityId });
      setUnopened(!(await openPdf(url)));
    });
  const problem = said || (unopened ? '文件没有打开，请检查网络后再试' : '');
  return (
    <>
      {problem !== '' && (
        <Banner id='poster-said' tone='error'>
          {problem}
        </Banner>
      )}
      <Button id='poster-pdf' busy={busy} busyText='正在生成…' onPress={() => void open()}>
        打开 PDF，打印或转发
      </Button>
    </>
  );
}

function About({ activity }: { activity: ActivityShown }) {
  const { title, organisationName, place, shifts } = activity;
  return (
    <>
      <Text id='poster-title' className={styles.title}>
        {title}
      </Text>
      <Text className={styles.small}>{organisationName}</Text>
      {shifts.map(({ shiftId, startsAt, endsAt }) => (
        <Text key={shiftId} className={styles.line}>
          {`${dateWord(startsAt)} ${weekdayWord(startsAt)} ${clockOf(startsAt)}–${clockOf(endsAt)}`}
        </Text>
      ))}
      <Text className={styles.line}>{`${place.name}（${place.address}）`}</Text>
    </>
  );
}

/** WeChat's own code in WeChat, where a picture with an ordinary code may not be passed on; else the link's. */
function Code({ token, wechatCode }: { token: string; wechatCode: string | undefined }) {
  if (process.env.TARO_ENV !== 'weapp' || !wechatCode) {
    return <QrCode id='poster-code' text={codeLink(token)} label='报名二维码' />;
  }
  return (
    <Image
      id='poster-code'
      className={styles.picture}
      src={`data:image/png;base64,${wechatCode}`}
      mode='widthFix'
      showMenuByLongpress
      {...a11y({ role: 'img', label: '报名小程序码' })}
    />
  );
}
