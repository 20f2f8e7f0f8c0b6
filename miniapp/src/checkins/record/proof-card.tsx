import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { HoursRow } from '#shared/hours';
import { startOfDay } from '#shared/time';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { useRoute } from '../../use-route';
import { dayWord, momentWord } from '../../words';
import { Fact } from './fact';
import { holds } from './holds';
import styles from './index.module.scss';

type Whose = { forVolunteerId?: string };

/** The entry of the book behind a record, and the proof that it is under the public root of its day. */
export function ProofCard({ entry, whose }: { entry: HoursRow; whose: Whose }) {
  const [asked, ask] = useState(false);
  return (
    <Card id='record-entry' title='账本里的这一笔'>
      <Fact label='第几笔' value={`第 ${entry.sequence} 笔`} />
      <Fact label='记入时间' value={momentWord(entry.at, serverNow())} />
      <Fact label='校验' value={entry.hash.slice(0, 16)} />
      {asked ? (
        <Proof entry={entry} whose={whose} />
      ) : (
        <>
          <Text className={styles.text}>
            这一笔在当天的公开凭证里。可以在您的手机上核对，不用相信我们。
          </Text>
          <Button id='record-prove' kind='plain' onPress={() => ask(true)}>
            核对公开凭证
          </Button>
        </>
      )}
    </Card>
  );
}

function Proof({ entry, whose }: { entry: HoursRow; whose: Whose }) {
  const answer = useRoute('GET /me/hours/{sequence}/proof', {
    ...{ sequence: entry.sequence, ...whose },
  });
  if (answer.state === 'refused' && answer.refusal.code === 'root_not_yet') {
    return (
      <Banner id='proof-later' tone='waiting'>
        {answer.refusal.message}
      </Banner>
    );
  }
  return (
    <Answer of={answer}>
      {(proof) =>
        holds(proof, entry) ? (
          <>
            <Banner id='proof-holds' tone='info'>
              {`核对无误：这一笔在${dayWord(startOfDay(proof.day), serverNow())}的公开凭证里，由您的手机算出。`}
            </Banner>
            <Fact label='当天共有' value={`${proof.proof.size - 1} 笔`} />
            <Fact label='公开凭证' value={proof.root} />
            <ListRow
              id='proof-roots'
              title='查看公开凭证'
              note='和这里的比一比'
              onPress={() => go('/checkins/roots/index')}
            />
          </>
        ) : (
          <Banner id='proof-broken' tone='error'>
            核对不上，请截图保存本页，并向组织或主管部门反映。
          </Banner>
        )
      }
    </Answer>
  );
}
