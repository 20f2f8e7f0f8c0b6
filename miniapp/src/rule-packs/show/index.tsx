import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Response } from '#shared/api';
import { packStandings } from '#shared/rule-packs.words';
import { categories } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { go } from '../../go';
import { newRequestId } from '../../ids';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import styles from '../index.module.scss';
import {
  exampleWord,
  rateWord,
  regionWord,
  rulesOf,
  standingTones,
  validWord,
} from '../pack-words';

type Shown = Response<'GET /rule-packs/{packId}/{version}'>;

/** One version of a pack in plain words; for who writes them, the way to try it and to write the next one. */
export default function PackPage() {
  const { packId = '', version = '' } = useRouter().params;
  const answer = useRoute(
    'GET /rule-packs/{packId}/{version}',
    packId && version ? { packId, version } : undefined,
  );
  return (
    <Page id='rule-pack' title='规则详情'>
      <Answer of={answer} shape='card'>
        {(it) => (
          <>
            <Head of={it} />
            <Card title='多少分钟计多少'>
              {it.examples.map((one) => (
                <ListRow key={one.servedMinutes} title={exampleWord(one)} />
              ))}
            </Card>
            <Card title='其他规定'>
              {rulesOf(it.pack).map((rule) => (
                <ListRow key={rule} title={rule} />
              ))}
            </Card>
            <Points of={it} />
            <Stars of={it} />
            {it.may.write && <Work of={it} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Head({ of }: { of: Shown }) {
  const { name, version, region, standing, pack } = of;
  return (
    <Card>
      <Text className={styles.name}>{name}</Text>
      <View>
        <Tag tone={standingTones[standing]}>{packStandings[standing]}</Tag>
      </View>
      <Text
        className={styles.text}
      >{`第 ${version} 版 · ${regionWord(region)} · ${validWord(of)}`}</Text>
      <Text className={styles.text}>{`来源：${pack.source}`}</Text>
    </Card>
  );
}

function Points({ of }: { of: Shown }) {
  const { perHour, byCategory } = of.pack.points;
  const own = Object.entries(byCategory) as [keyof typeof categories, number][];
  return (
    <Card title='积分'>
      <ListRow
        title={own.length > 0 ? '一般服务' : '所有服务'}
        extra={<Text>{rateWord(perHour)}</Text>}
      />
      {own.map(([category, rate]) => (
        <ListRow
          key={category}
          title={categories[category]}
          extra={<Text>{rateWord(rate)}</Text>}
        />
      ))}
    </Card>
  );
}

function Stars({ of }: { of: Shown }) {
  return (
    <Card title='星级'>
      {of.pack.stars.map(({ name, hours, reviewed }) => (
        <ListRow
          key={name}
          title={name}
          note={reviewed ? '达到时长后提名，由评审决定' : '达到时长即可获得'}
          extra={<Text>{`${hours} 小时`}</Text>}
        />
      ))}
      {of.pack.stars.length === 0 && <Text className={styles.text}>这份规则没有星级</Text>}
    </Card>
  );
}

function Work({ of: { packId, version, standing, simulated } }: { of: Shown }) {
  const which = { packId, version: String(version) };
  const { busy, said, run } = useCommand();
  const simulate = () =>
    run(async () => {
      await call('POST /rule-packs/{packId}/{version}/simulation', {
        ...{ ...which, requestId: newRequestId() },
      });
      go('/rule-packs/trial/index', which);
    });
  return (
    <Card title='管理'>
      {said !== '' && (
        <Banner id='pack-said' tone='error'>
          {said}
        </Banner>
      )}
      <Text className={styles.text}>
        {standing === 'candidate'
          ? '采用前先用过去一年的服务试算：谁会多、谁会少、积分多花多少。写这个版本的人不能自己采用。'
          : '按这份规则把过去一年的服务再算一遍，看看账上的工时对不对。'}
      </Text>
      <Button id='simulate' busy={busy} busyText='正在开始…' onPress={() => void simulate()}>
        开始试算
      </Button>
      {simulated && (
        <View className={styles.actions}>
          <Button id='see-trial' kind='plain' onPress={() => go('/rule-packs/trial/index', which)}>
            看上次试算
          </Button>
        </View>
      )}
      <View className={styles.actions}>
        <Button id='write-next' kind='plain' onPress={() => go('/rule-packs/write/index', which)}>
          以此写新版本
        </Button>
      </View>
    </Card>
  );
}
