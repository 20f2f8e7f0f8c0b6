import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Pending } from '#shared/settlements';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { momentWord, spanWord } from '../../words';
import { PersonCard } from './person-card';

/** The organiser's desk after a shift: each person who waits for a word, one by one, and then the settlement. */
export default function SettlementDesk() {
  const { shiftId } = useRouter().params;
  const desk = useRoute('GET /shifts/{shiftId}/pending', shiftId ? { shiftId } : undefined);
  return (
    <Page id='settlement-desk' title='确认与结算'>
      <Answer of={desk} shape='card'>
        {(data) => (
          <>
            <Standing desk={data} onDone={desk.refresh} />
            {data.rows.map((row) => (
              <PersonCard key={row.volunteerId} row={row} desk={data} onDone={desk.refresh} />
            ))}
            {data.rows.length === 0 && data.settledAt === undefined && (
              <Empty
                id='desk-none'
                title='没有人等您确认'
                text='事后上传的签到和没有签退的人会出现在这里，请逐人核对。'
              />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

type Props = { desk: Pending; onDone: () => Promise<void> };

/** How far the shift has come: what still waits, from when on it can be settled, or until when it is public. */
function Standing({ desk, onDone }: Props) {
  const { shiftId, title, credited, counts, settledAt, noticeUntil = 0, settleFrom } = desk;
  const now = serverNow();
  const waits = counts.late + counts.closed + counts.typed + counts.checkedIn;
  if (settledAt !== undefined) {
    const over = noticeUntil < now;
    return (
      <Card id='desk-settled' title={title}>
        <ListRow
          id='desk-notice'
          title={over ? '公示已结束' : `公示到 ${momentWord(noticeUntil, now)}`}
          note='任何人都可以看公示名单，对其中一条提出异议'
          onPress={() => go('/settlements/notice/index', { shiftId })}
        />
      </Card>
    );
  }
  return (
    <Card id='desk-standing' title={title}>
      <ListRow title={spanWord(desk, now)} note={`已计时长 ${credited} 人`} />
      <ListRow
        title={waits === 0 ? '没有人在等' : `还有 ${waits} 人在等`}
        note={waitsWord(counts)}
      />
      {settleFrom > now && (
        <Banner id='desk-early' tone='waiting'>
          {`${momentWord(settleFrom, now)} 起可以结算，之前还可能有人补传签到`}
        </Banner>
      )}
      {settleFrom <= now && waits === 0 && desk.maySettle && (
        <Settle shiftId={shiftId} onDone={onDone} />
      )}
    </Card>
  );
}

function waitsWord({ late, closed, typed, checkedIn }: Pending['counts']): string {
  const parts = [
    late > 0 ? `事后上传 ${late}` : '',
    closed > 0 ? `没有签退 ${closed}` : '',
    typed > 0 ? `补录待审核 ${typed}` : '',
    checkedIn > 0 ? `还在服务 ${checkedIn}` : '',
  ].filter(Boolean);
  return parts.join(' · ') || '可以结算后公示';
}

function Settle({ shiftId, onDone }: { shiftId: string; onDone: () => Promise<void> }) {
  const { busy, said, run } = useCommand();
  const settle = () =>
    run(async () => {
      await call('POST /shifts/{shiftId}/settlement', { shiftId });
      await onDone();
    });
  return (
    <>
      {said !== '' && (
        <Banner id='settle-said' tone='error'>
          {said}
        </Banner>
      )}
      <Text>结算后名单公示，公示结束工时就定下来了。姓名会隐去一部分，未成年人只有编号。</Text>
      <Button id='settle' busy={busy} busyText='正在结算…' onPress={() => void settle()}>
        结算并公示
      </Button>
    </>
  );
}
