import { useRouter } from '@tarojs/taro';
import { Answer } from '../../answer/answer';
import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { Children } from '../children';

/** The tree of organisations from the city down, or from one of them. */
export default function TreePage() {
  const { organisationId } = useRouter().params;
  const city = useRoute('GET /organisations', organisationId ? undefined : {});
  const root = 'data' in city ? city.data.root : undefined;
  const at = organisationId ?? root?.organisationId;
  return (
    <Page id='organisation-tree' title='找组织'>
      <Card>
        <ListRow
          id='tree-search'
          title='按名称或拼音搜索'
          onPress={() => go('/search/find/index')}
        />
        {root && (
          <ListRow
            id='tree-root'
            title={root.name}
            onPress={() => go('/organisations/show/index', { organisationId: root.organisationId })}
          />
        )}
      </Card>
      {at === undefined ? (
        <Answer of={city}>
          {() => <Empty title='还没有组织' text='这里会列出全市的志愿服务组织。' />}
        </Answer>
      ) : (
        <Children key={at} organisationId={at} />
      )}
    </Page>
  );
}
