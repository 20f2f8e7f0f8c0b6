import { serverNow } from '../../clock';
import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { momentWord } from '../../words';

/** The way to the public notice of a settled shift. */
export function NoticeCard({ shiftId, until }: { shiftId: string; until: number }) {
  const now = serverNow();
  return (
    <Card>
      <ListRow
        id='open-notice'
        title='工时公示'
        note={until < now ? '公示已结束' : `公示到 ${momentWord(until, now)}，可以提出异议`}
        onPress={() => go('/settlements/notice/index', { shiftId })}
      />
    </Card>
  );
}
