import { Text, View } from '@tarojs/components';
import type { OrganisationShown } from '#shared/organisations';
import { categories, organisationStates } from '#shared/vocabulary';
import { go } from '../../go';
import { a11y } from '../../ui/a11y';
import { Banner } from '../../ui/banner/banner';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Tag } from '../../ui/tag/tag';
import { kindWord } from '../organisation-row';
import styles from '../parts.module.scss';

/** What everybody may know of it, and where it stands in the tree. */
export function About({ organisation }: { organisation: OrganisationShown }) {
  const { organisationId, name, state, above, specialities, rejectedBecause } = organisation;
  const parent = above[above.length - 1];
  const isPublic = state === 'active' || state === 'frozen';
  return (
    <>
      {state !== 'active' && (
        <Banner id='organisation-state' tone={state === 'pending' ? 'waiting' : 'info'}>
          {stateWord(state, rejectedBecause)}
        </Banner>
      )}
      <Card>
        <Text
          id='organisation-title'
          className={styles.title}
          {...a11y({ role: 'heading', level: 2 })}
        >
          {name}
        </Text>
        <Text className={styles.text}>{kindWord(organisation)}</Text>
        <View className={styles.tags}>
          {organisation.categories.map((one) => (
            <Tag key={one} tone='brand'>
              {categories[one]}
            </Tag>
          ))}
          {specialities.map((one) => (
            <Tag key={one} tone='sea'>
              {one}
            </Tag>
          ))}
        </View>
      </Card>
      <Card>
        {parent && (
          <ListRow
            id='organisation-parent'
            title='上级组织'
            note={parent.name}
            onPress={() =>
              go('/organisations/show/index', { organisationId: parent.organisationId })
            }
          />
        )}
        {isPublic && (
          <ListRow
            id='organisation-children'
            title='下级组织'
            onPress={() => go('/organisations/tree/index', { organisationId })}
          />
        )}
        {isPublic && (
          <ListRow
            id='organisation-board'
            title='公告'
            note='本组织成员可见'
            onPress={() => go('/bulletins/board/index', { organisationId })}
          />
        )}
        {isPublic && (
          <ListRow
            id='organisation-totals'
            title='时长统计'
            note='按月和证据等级，含下级组织'
            onPress={() => go('/checkins/totals/index', { organisationId })}
          />
        )}
        {isPublic && (
          <ListRow
            id='organisation-typed'
            title='补录公示'
            note='没有扫码、由人工补录的服务，每月有上限'
            onPress={() => go('/typed-hours/list/index', { organisationId })}
          />
        )}
        {isPublic && (
          <ListRow
            id='organisation-complain'
            title='举报与投诉'
            note='由上一级组织答复'
            onPress={() =>
              go('/complaints/write/index', {
                ...{ kind: 'organisation', id: organisationId, title: name },
              })
            }
          />
        )}
      </Card>
    </>
  );
}

function stateWord(state: OrganisationShown['state'], rejectedBecause = ''): string {
  if (state === 'pending') return '等待上级核验，通过后才会公开，发起人成为管理员。';
  if (state === 'rejected') return `没有通过核验：${rejectedBecause}。可以修改后重新发起。`;
  if (state === 'frozen') return '已被上级冻结，暂时不能加入和开展活动。';
  return organisationStates[state];
}
