import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { HourSource } from '#shared/imported-hours';
import { Answer } from '../../answer/answer';
import { goBack } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import styles from '../index.module.scss';
import { SourceTag } from '../source-tag';
import { Decision } from './decision';
import { Lists } from './lists';

/** One system: whether it is good, and its lists. */
export default function SourcePage() {
  const { sourceId = '' } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const answer = useRoute('GET /hour-sources', signedIn ? {} : undefined);
  if (!signedIn) {
    return <SignInFirst id='source' title='时长来源' text='全市的管理员登录后可以看时长来源。' />;
  }
  return (
    <Page id='source' title='时长来源'>
      <Answer of={answer} shape='card'>
        {({ sources }) => {
          const source = sources.find((it) => it.sourceId === sourceId);
          return source ? (
            <Whole key={sourceId} source={source} onChanged={answer.refresh} />
          ) : (
            <Empty title='没有找到这个来源' action={{ text: '返回', onPress: goBack }} />
          );
        }}
      </Answer>
    </Page>
  );
}

type WholeProps = { source: HourSource; onChanged: () => Promise<void> };

function Whole({ source, onChanged }: WholeProps) {
  return (
    <>
      <Card title={source.name}>
        <SourceTag state={source.state} />
        <Text className={styles.text}>{`来源编号 ${source.sourceId}`}</Text>
        <Text className={styles.text}>{`公钥 ${source.publicKey}`}</Text>
      </Card>
      <Lists source={source} />
      {(source.may.confirm || source.may.end) && <Decision source={source} onChanged={onChanged} />}
    </>
  );
}
