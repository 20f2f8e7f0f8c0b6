import { Text, View } from '@tarojs/components';
import type { Response } from '#shared/api';
import { Answer } from '../../answer/answer';
import { go } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Card } from '../../ui/card/card';
import { Figure } from '../../ui/figure/figure';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { useRoute } from '../../use-route';
import { minutesWord, timeParts } from '../../words';
import { Bar } from '../bar';
import styles from '../index.module.scss';

type Star = Response<'GET /me/star'>;

/** Which star one's final hours come to, and how far the next one is. */
export default function StarPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  return signedIn ? (
    <Mine />
  ) : (
    <SignInFirst id='star' title='我的星级' text='登录后可以看到您的星级。' />
  );
}

function Mine() {
  const answer = useRoute('GET /me/star', {});
  return (
    <Page id='star' title='我的星级'>
      <Answer of={answer} shape='card'>
        {(it) => (
          <>
            <Now of={it} />
            <All of={it} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Now({ of }: { of: Star }) {
  const { star, proposed, next, minutes, waitingMinutes } = of;
  return (
    <Card>
      <Text id='star-name' className={styles.name}>
        {star ?? '还没有星级'}
      </Text>
      <Figure label='计入星级的工时' tone='brand' parts={timeParts(minutes)} />
      {next && (
        <View>
          <Bar part={minutes} whole={next.hours * 60} />
          <Text id='star-next' className={styles.text}>
            {`还差 ${minutesWord(next.missingMinutes)}${next.reviewed ? '，可被提名' : '，就是'}${next.name}`}
          </Text>
        </View>
      )}
      {proposed && (
        <Banner tone='info'>{`时长已达到${proposed}，要由评审决定，不会自动获得`}</Banner>
      )}
      {waitingMinutes > 0 && (
        <Text className={styles.text}>
          {`另有 ${minutesWord(waitingMinutes)}还在公示，公示期满无异议后计入。`}
        </Text>
      )}
    </Card>
  );
}

function All({ of: { stars, minutes, packName, packId, version } }: { of: Star }) {
  return (
    <Card
      title='星级标准'
      action={{
        id: 'star-pack',
        text: '看规则',
        onPress: () => go('/rule-packs/show/index', { packId, version: String(version) }),
      }}
    >
      <Text className={styles.text}>{`按您所在地的“${packName}”。`}</Text>
      {stars.map(({ name, hours, reviewed }) => (
        <ListRow
          key={name}
          title={name}
          note={`${hours} 小时${reviewed ? '，由评审决定' : ''}`}
          extra={minutes >= hours * 60 ? <Tag tone='leaf'>时长已达到</Tag> : undefined}
        />
      ))}
    </Card>
  );
}
