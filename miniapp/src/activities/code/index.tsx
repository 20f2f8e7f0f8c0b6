import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { ShiftBoard } from '#shared/activities';
import { clockOf } from '#shared/time';
import { RefusedAnswer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { earlyMs } from '../../shift-times';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { Empty } from '../../ui/empty/empty';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { Tabs } from '../../ui/tabs/tabs';
import { useRoute } from '../../use-route';
import { useEvery, useVisible } from '../../use-visible';
import { momentWord, spanWord } from '../../words';
import type { End } from './batch';
import { CodeCard } from './code-card';
import { Counts } from './counts';
import styles from './index.module.scss';
import { More } from './more';
import type { Gate } from './use-gate';
import { useGate } from './use-gate';

const ends = [
  { value: 'checkin', text: '签到码' },
  { value: 'checkout', text: '签退码' },
] as const;
const boardEveryMs = 5_000;

/** The organiser's screen: a code that rotates by itself, with or without network, and how many have come. */
export default function CodePage() {
  const { shiftId = '' } = useRouter().params;
  const visible = useVisible();
  const board = useRoute('GET /shifts/{shiftId}/board', shiftId ? { shiftId } : undefined);
  const { gate, open, close, keepGoing } = useGate(shiftId);
  const [chosen, choose] = useState<End>();
  const [asking, ask] = useState(false);
  const [said, say] = useState('');
  useEvery(boardEveryMs, visible, board.refresh);

  const shown = 'data' in board ? board.data : undefined;
  const now = serverNow();
  const end = chosen ?? endFor(shown, now);
  const stop = async () => {
    ask(false);
    say(await close());
  };
  if (board.state === 'refused') {
    return (
      <Page id='code' title='签到码'>
        <RefusedAnswer refusal={board.refusal} />
      </Page>
    );
  }
  return (
    <Page id='code' title='签到码'>
      {board.state === 'stale' && board.reason !== undefined && (
        <Banner id='offline' tone='offline'>
          {`${board.reason}。码照常更新，人数停在 ${clockOf(board.savedAt)}`}
        </Banner>
      )}
      {shown && (
        <View className={styles.head}>
          <Text className={styles.title}>{shown.title}</Text>
          <Text className={styles.when}>{`${spanWord(shown, now)} · ${shown.placeName}`}</Text>
        </View>
      )}
      {shown?.recheckUntil !== undefined && now <= shown.recheckUntil && (
        <Banner id='code-recheck' tone='waiting'>
          {`现场复核中：请出示签到码到 ${clockOf(shown.recheckUntil)}，让在场的人再扫一次`}
        </Banner>
      )}
      {shown?.extendedTo !== undefined && (
        <Banner id='code-extended' tone='info'>{`已延长到 ${clockOf(shown.extendedTo)}`}</Banner>
      )}
      <Tabs id='code-end' label='签到还是签退' items={ends} value={end} onChange={choose} />
      {gate.state === 'open' ? (
        <CodeCard batch={gate.batch} end={end} visible={visible} onTick={keepGoing} />
      ) : (
        <NoCode gate={gate} startsAt={shown?.startsAt} onOpen={() => void open()} />
      )}
      {shown && <Counts counts={shown.counts} capacity={shown.capacity} />}
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <View className={styles.apart}>
        <Button
          id='open-cards'
          kind='plain'
          onPress={() => go('/checkins/cards/index', { shiftId })}
        >
          扫志愿者的码
        </Button>
      </View>
      <Button
        id='open-roster'
        kind='plain'
        onPress={() => go('/activities/roster/index', { shiftId })}
      >
        查看名单
      </Button>
      <View className={styles.beside}>
        <More shiftId={shiftId} board={shown} onChanged={board.refresh} />
      </View>
      {gate.state === 'open' && (
        <Button id='gate-stop' kind='quiet' onPress={() => ask(true)}>
          停用这个签到口
        </Button>
      )}
      <Dialog
        id='gate-dialog'
        open={asking}
        title='停用这个签到口？'
        text='这部手机上显示过的码立刻失效，已拍下的照片也不能再用。之后可以重新开启一个新的签到口。'
        confirm='停用'
        onConfirm={() => void stop()}
        onCancel={() => ask(false)}
      />
    </Page>
  );
}

/** Which code most people need now: the way in while it begins or a recheck is on, the way out towards the end. */
function endFor(board: ShiftBoard | undefined, now: number): End {
  if (!board) return 'checkin';
  const { endsAt, extendedTo = 0, recheckUntil = 0 } = board;
  return now > Math.max(endsAt, extendedTo) - earlyMs && now > recheckUntil
    ? 'checkout'
    : 'checkin';
}

type NoCodeProps = {
  gate: Exclude<Gate, { state: 'open' }>;
  startsAt: number | undefined;
  onOpen: () => void;
};

function NoCode({ gate, startsAt, onOpen }: NoCodeProps) {
  if (gate.state === 'loading') return <Skeleton shape='card' count={1} />;
  if (gate.state === 'closed') {
    return (
      <Empty
        id='gate-closed'
        title='签到口已停用'
        text='需要时可以重新开启，会使用新的码。'
        action={{ id: 'gate-open', text: '重新开启', onPress: onOpen }}
      />
    );
  }
  const early = gate.refusal?.code === 'gate_too_early' && startsAt !== undefined;
  return (
    <Empty
      id='gate-failed'
      drawing={gate.refusal ? 'shore' : 'storm'}
      title={early ? `${momentWord(startsAt - earlyMs, serverNow())} 起可以出示` : '暂时没有码'}
      text={gate.reason}
      action={{ id: 'gate-open', text: '重试', onPress: onOpen }}
    />
  );
}
