import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { RecordInFull } from '#shared/hours';
import { doubts as doubtWords, entryGrades, gradeReasons } from '#shared/hours.words';
import type { RecordState } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { go } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { a11y } from '../../ui/a11y';
import { Banner } from '../../ui/banner/banner';
import { Card } from '../../ui/card/card';
import { Figure } from '../../ui/figure/figure';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { useRoute } from '../../use-route';
import { momentWord, spanWord, timeParts } from '../../words';
import { gradeWord } from '../minutes';
import { standingOf } from '../standing';
import { Fact } from './fact';
import { countRows, timeRows } from './facts';
import styles from './index.module.scss';
import { ProofCard } from './proof-card';

/** One service with all that stands behind its minutes: when, how, which grade and why, by which rules, and the proof. */
export default function RecordPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  const { shiftId, forVolunteerId } = useRouter().params;
  const whose = forVolunteerId === undefined ? {} : { forVolunteerId };
  const answer = useRoute(
    'GET /me/records/{shiftId}',
    signedIn && shiftId ? { shiftId, ...whose } : undefined,
  );
  if (!signedIn) {
    return <SignInFirst id='record' title='服务记录' text='登录后可以查看自己的服务记录。' />;
  }
  return (
    <Page id='record' title='服务记录'>
      <Answer of={answer} shape='card'>
        {({ record, now }) => (
          <>
            <Head record={record} now={now} />
            <Card title='时间'>
              {timeRows(record, now).map((row) => (
                <Fact key={`${row.label} ${row.value}`} {...row} />
              ))}
            </Card>
            <Evidence record={record} />
            {record.entry && <ProofCard entry={record.entry} whose={whose} />}
            <Ways record={record} whose={whose} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Head({ record, now }: { record: RecordInFull; now: number }) {
  const { title, placeName, creditedMinutes, noticeUntil = 0 } = record;
  const { word, tone } = standingOf(record, now);
  return (
    <>
      {noticeUntil > now && (
        <Banner id='record-notice' tone='info'>
          {`公示到${momentWord(noticeUntil, now)}，期满没有异议就是最终结果。`}
        </Banner>
      )}
      <Card>
        <Text className={styles.title} {...a11y({ role: 'heading', level: 2 })}>
          {title}
        </Text>
        <Text className={styles.text}>{`${spanWord(record, now)} · ${placeName}`}</Text>
        <Tag tone={tone}>{word}</Tag>
        {creditedMinutes !== undefined && (
          <Figure
            id='record-minutes'
            label='记入工时'
            tone='brand'
            parts={timeParts(creditedMinutes)}
          />
        )}
        {countRows(record).map((row) => (
          <Fact key={row.label} {...row} />
        ))}
      </Card>
    </>
  );
}

function Evidence({ record }: { record: RecordInFull }) {
  const { grade, why, doubts } = record;
  if (grade === undefined && doubts.length === 0) return null;
  return (
    <Card id='record-evidence' title='证据'>
      {grade && <Fact label={gradeWord(grade)} value={entryGrades[grade]} />}
      {why && grade !== 'imported' && <Fact label='为什么' value={gradeReasons[why]} />}
      {doubts.map((one) => (
        <Fact key={one} label='需要核实' value={doubtWords[one]} />
      ))}
    </Card>
  );
}

type Whose = { forVolunteerId?: string };

/** What somebody may find wrong with; whether there is still time for it, the page itself says. */
const appealable: readonly RecordState[] = ['closed', 'declined', 'no_show', 'credited'];

function Ways({ record, whose }: { record: RecordInFull; whose: Whose }) {
  const { shiftId, activityId, state } = record;
  return (
    <Card>
      {appealable.includes(state) && (
        <ListRow
          id='record-appeal'
          title='对这条记录有异议'
          note='由做决定以外的人复核'
          onPress={() => go('/settlements/appeal/index', { shiftId, ...whose })}
        />
      )}
      {state === 'credited' && (
        <ListRow
          id='record-certificate'
          title='开具服务证明'
          onPress={() => go('/certificates/issue/index', whose)}
        />
      )}
      <ListRow
        id='record-activity'
        title='看活动'
        onPress={() => go('/activities/show/index', { activityId })}
      />
    </Card>
  );
}
