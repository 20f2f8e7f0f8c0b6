import type { GroupRow } from '#shared/signups';
import { goBack } from '../../go';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Result } from '../../ui/result/result';
import type { Tone } from '../../ui/tag/tag';
import { Tag } from '../../ui/tag/tag';

const words: Record<GroupRow['outcome'], { text: string; tone: Tone }> = {
  asked: { text: '已留名额，待确认', tone: 'leaf' },
  already: { text: '已有报名或已谢绝', tone: 'plain' },
  repeated: { text: '名单里重复', tone: 'plain' },
  full: { text: '名额已满', tone: 'sun' },
  unknown: { text: '不是本组织成员', tone: 'sun' },
};

/** What became of each line; names and phones are masked. */
export function Report({ rows, onMore }: { rows: GroupRow[]; onMore: () => void }) {
  const asked = rows.filter((it) => it.outcome === 'asked').length;
  return (
    <>
      <Result
        id='group-done'
        tone={asked > 0 ? 'done' : 'refused'}
        headline={asked > 0 ? `已为 ${asked} 人留名额` : '没有留下名额'}
        text={asked > 0 ? '他们会收到通知，本人确认后才算报名。' : '请看下面每个人的原因。'}
        actions={[{ id: 'group-back', text: '返回', onPress: goBack }]}
      />
      <Card title={`名单（${rows.length} 人）`}>
        {rows.map(({ maskedName, maskedPhone, outcome }, index) => (
          <ListRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the same person may stand in a list twice
            key={index}
            title={maskedName}
            note={maskedPhone}
            extra={<Tag tone={words[outcome].tone}>{words[outcome].text}</Tag>}
          />
        ))}
      </Card>
      <Button id='group-more' kind='plain' onPress={onMore}>
        再提交一份名单
      </Button>
    </>
  );
}
