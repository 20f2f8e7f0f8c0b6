import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { BulletinShown, BulletinState } from '#shared/bulletins';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { a11y } from '../../ui/a11y';
import { Banner } from '../../ui/banner/banner';
import { Card } from '../../ui/card/card';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { momentWord } from '../../words';
import { Actions } from './actions';
import styles from './index.module.scss';

/** One bulletin, and what its reader may do with it. */
export default function BulletinPage() {
  const { bulletinId } = useRouter().params;
  const bulletin = useRoute('GET /bulletins/{bulletinId}', bulletinId ? { bulletinId } : undefined);
  const shown = 'data' in bulletin ? bulletin.data : undefined;
  return (
    <Page
      id='bulletin'
      title='公告'
      bottom={shown && hasActions(shown) && <Actions bulletin={shown} onDone={bulletin.refresh} />}
    >
      <Answer of={bulletin} shape='card'>
        {(data) => <Words bulletin={data} />}
      </Answer>
    </Page>
  );
}

const hasActions = ({ mayDecide, mayRemove, mayPin }: BulletinShown) =>
  mayDecide || mayRemove || mayPin;

const words: Record<BulletinState, string> = {
  in_review: '等待审核：看过后才会发布，有结果会告诉作者',
  published: '',
  refused: '没有通过审核',
  taken_down: '已撤下',
};

function Words({ bulletin }: { bulletin: BulletinShown }) {
  const { title, text, organisationName, authorMaskedName, at, state, reason, pinned } = bulletin;
  const word = [words[state], reason].filter(Boolean).join('：');
  return (
    <>
      {word !== '' && (
        <Banner id='bulletin-state' tone={state === 'in_review' ? 'waiting' : 'error'}>
          {word}
        </Banner>
      )}
      <Card>
        <Text id='bulletin-title' className={styles.title} {...a11y({ role: 'heading', level: 2 })}>
          {title}
        </Text>
        <Text className={styles.facts}>
          {`${pinned ? '置顶 · ' : ''}${organisationName} · ${authorMaskedName} · ${momentWord(at, serverNow())}`}
        </Text>
        <View className={styles.text}>
          <Text userSelect>{text}</Text>
        </View>
      </Card>
    </>
  );
}
