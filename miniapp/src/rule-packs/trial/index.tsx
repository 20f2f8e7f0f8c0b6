import { Text, View } from '@tarojs/components';
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { SimulationShown } from '#shared/rule-packs';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { a11y } from '../../ui/a11y';
import { Card } from '../../ui/card/card';
import { Figure } from '../../ui/figure/figure';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { useEvery } from '../../use-visible';
import { countWord, momentWord } from '../../words';
import { Bar } from '../bar';
import styles from '../index.module.scss';
import { fullDateWord } from '../pack-words';
import { Adoption } from './adoption';
import { Differences, People, Shares } from './tables';

const everyMs = 2_000;
type Which = { packId: string; version: string };

/** What a pack would have counted in the past year: how far that has come, and what was found. */
export default function TrialPage() {
  const { packId = '', version = '' } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  if (!signedIn) {
    return <SignInFirst id='trial' title='试算结果' text='全市的管理员登录后可以看到试算结果。' />;
  }
  return <Trial packId={packId} version={version} />;
}

function Trial(which: Which) {
  const answer = useRoute('GET /rule-packs/{packId}/{version}/simulation', which);
  const running = 'data' in answer && answer.data.state === 'running';
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEvery(everyMs, shown && running, answer.refresh);
  return (
    <Page id='trial' title='试算结果'>
      <Answer of={answer} shape='card'>
        {(it) => (
          <>
            <Progress of={it} />
            <Sums of={it} />
            {it.state === 'done' && <Adoption {...which} />}
            <Differences of={it} />
            <People id='trial-more' title='增加最多的人' rows={it.topGained} />
            <People id='trial-less' title='减少最多的人' rows={it.topLost} />
            <Shares of={it} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Progress({ of }: { of: SimulationShown }) {
  const { state, from, until, days, daysDone, startedAt } = of;
  const word = {
    running: `正在算，已算 ${daysDone} / ${days} 天`,
    done: '过去一年的服务都算完了',
    stopped: `算到第 ${daysDone} 天中断了，请重新开始`,
  }[state];
  return (
    <Card>
      <View {...a11y({ role: 'status', live: 'polite' })}>
        <Text id='trial-state' className={styles.name}>
          {word}
        </Text>
      </View>
      <Bar part={daysDone} whole={days} />
      <Text className={styles.text}>
        {`${fullDateWord(from)} 至 ${fullDateWord(until)} 记下的服务，${momentWord(startedAt, serverNow())} 开始。只算这份规则管到的地方，不改动任何账。`}
      </Text>
    </Card>
  );
}

const signed = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : ''}${countWord(Math.abs(value))}`;
const hours = (minutes: number): number => Math.round(minutes / 60);

function Sums({ of: { people, services, gained, lost, before, after } }: { of: SimulationShown }) {
  return (
    <Card title={`${countWord(people)} 人 · ${countWord(services)} 次服务`}>
      <View className={styles.figures}>
        <View className={styles.figure}>
          <Figure id='trial-gained' label='增加' tone='leaf' parts={[[countWord(gained), '人']]} />
        </View>
        <View className={styles.figure}>
          <Figure id='trial-lost' label='减少' tone='brand' parts={[[countWord(lost), '人']]} />
        </View>
      </View>
      <Text className={styles.text}>
        {`总工时 ${countWord(hours(before.minutes))} → ${countWord(hours(after.minutes))} 小时（${signed(hours(after.minutes - before.minutes))}）`}
      </Text>
      <Text className={styles.text}>
        {`积分 ${countWord(before.points)} → ${countWord(after.points)}（${signed(after.points - before.points)}）`}
      </Text>
    </Card>
  );
}
