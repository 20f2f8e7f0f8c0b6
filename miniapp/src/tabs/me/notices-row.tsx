import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Tag } from '../../ui/tag/tag';
import { useRoute } from '../../use-route';

/** The way to what I was told, with how much of it is new. */
export function NoticesRow() {
  const answer = useRoute('GET /me/notices', { limit: 1 });
  const unread = 'data' in answer ? answer.data.unread : 0;
  const word = `${unread < 50 ? unread : '50+'} 条未读`;
  return (
    <Card>
      <ListRow
        id='open-notices'
        title='消息'
        extra={unread > 0 ? <Tag tone='brand'>{word}</Tag> : undefined}
        onPress={() => go('/notices/inbox/index')}
      />
    </Card>
  );
}
