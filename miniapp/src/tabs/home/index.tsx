import { useDidShow } from '@tarojs/taro';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { useOutbox } from '../../outbox';
import { useMe } from '../../session';
import { findHereIfAllowed } from '../../stations/here';
import { Banner } from '../../ui/banner/banner';
import { Page } from '../../ui/page/page';
import { updatedWord } from '../../words';
import { NearbyCard } from './nearby-card';
import { NextShift } from './next-shift';
import { Standing } from './standing';
import { TodayCard } from './today-card';

/** What I have, what comes next, and what is around me. A guest sees all that is public. */
export default function Home() {
  const me = useMe();
  const waiting = useOutbox((it) => it.waiting.length);
  useDidShow(() => void findHereIfAllowed());
  return (
    <Page id='home' title='志愿云' tab banner={<Notices me={me} waiting={waiting} />}>
      <Standing me={me} />
      {!me.guest && <NextShift />}
      <TodayCard />
      <NearbyCard />
    </Page>
  );
}

/** What stands between the person and their hours; nothing when nothing does. */
function Notices({ me, waiting }: { me: ReturnType<typeof useMe>; waiting: number }) {
  const unregistered = 'data' in me && me.data.profile === undefined;
  return (
    <>
      {waiting > 0 && (
        <Banner
          id='waiting'
          tone='waiting'
          action={{ text: '查看', onPress: () => go('/checkins/records/index') }}
        >
          {`${waiting} 件待同步，已保存在手机上，联网后自动提交`}
        </Banner>
      )}
      {!me.guest && me.state === 'stale' && me.reason !== undefined && (
        <Banner id='offline' tone='offline'>
          {`${me.reason}。${updatedWord(me.savedAt, serverNow())}`}
        </Banner>
      )}
      {!me.guest && unregistered && (
        <Banner
          id='unregistered'
          tone='info'
          action={{
            id: 'register',
            text: '去登记',
            onPress: () => go('/volunteers/register/index'),
          }}
        >
          完成登记，时长才能记到您名下
        </Banner>
      )}
    </>
  );
}
