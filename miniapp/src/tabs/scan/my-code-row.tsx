import { go } from '../../go';
import { usePerson } from '../../tokens';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';

/** The other direction: the organiser scans the volunteer. */
export function MyCodeRow() {
  const signedIn = usePerson((it) => it.person !== undefined);
  if (!signedIn) return null;
  return (
    <Card>
      <ListRow
        id='scan-my-code'
        title='出示我的码'
        note='请组织者当面扫您，没有网络也能用'
        onPress={() => go('/checkins/mycode/index')}
      />
    </Card>
  );
}
