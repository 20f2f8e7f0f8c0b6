import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';

/** The way to bring in many at once. */
export const ImportRow = ({ organisationId }: { organisationId: string }) => (
  <Card>
    <ListRow
      id='members-import'
      title='导入名单'
      note='用一份表格邀请许多人，由每个人自己确认'
      onPress={() => go('/imports/list/index', { organisationId })}
    />
  </Card>
);
