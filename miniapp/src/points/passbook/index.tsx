import { Text, View } from '@tarojs/components';
import type { PostingRow } from '#shared/points';
import { postingCauses } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go, goTab } from '../../go';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Figure } from '../../ui/figure/figure';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { usePages } from '../../use-route';
import { countWord, momentWord } from '../../words';
import styles from './index.module.scss';

/** My points and every posting that moved them. */
export default function Passbook() {
  const book = usePages('GET /me/points', {}, (it) => it.postings);
  const now = serverNow();
  return (
    <Page id='passbook' title='积分明细'>
      <Answer of={book}>
        {({ balance, byYear }) => (
          <>
            <Card>
              <Figure id='balance' label='积分' tone='brand' parts={[[countWord(balance), '分']]} />
              <Text className={styles.rule}>
                积分来自服务时长，用来兑换礼品；不能换钱，也不能转给别人。先得的先用。
              </Text>
              {Object.entries(byYear).map(([year, points]) => (
                <ListRow
                  key={year}
                  title={`${year} 年获得`}
                  extra={<Text>{`还剩 ${countWord(points)} 分`}</Text>}
                />
              ))}
              <View className={styles.shelf}>
                <Button id='to-shelf' kind='plain' onPress={() => go('/rewards/shelf/index')}>
                  去兑换
                </Button>
              </View>
            </Card>
            <Postings rows={book.rows} now={now} />
            {book.rows.length > 0 && (
              <LoadMore
                state={book.tail === 'more' ? 'idle' : book.tail}
                onMore={() => void book.loadMore()}
              />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Postings({ rows, now }: { rows: PostingRow[]; now: number }) {
  if (rows.length === 0) {
    return (
      <Empty
        title='还没有积分'
        text='参加一场活动，签退后积分就到账。'
        action={{ text: '看活动', onPress: () => goTab('/tabs/home/index') }}
      />
    );
  }
  return (
    <Card id='postings' title='明细'>
      {rows.map((row) => (
        <ListRow
          key={row.sequence}
          title={row.title}
          note={`${postingCauses[row.cause]} · ${momentWord(row.at, now)}`}
          extra={<Amount row={row} />}
        />
      ))}
    </Card>
  );
}

function Amount({ row: { amount, balance } }: { row: PostingRow }) {
  const signed = `${amount < 0 ? '−' : '+'}${countWord(Math.abs(amount))} 分`;
  return (
    <View className={styles.amount}>
      <Text className={amount < 0 ? styles.spent : styles.received}>{signed}</Text>
      <Text className={styles.after}>{`余 ${countWord(balance)}`}</Text>
    </View>
  );
}
