import type { OrganisationCard } from '#shared/organisations';
import { Answer } from '../answer/answer';
import { Card } from '../ui/card/card';
import { Empty } from '../ui/empty/empty';
import { LoadMore } from '../ui/load-more/load-more';
import { usePages } from '../use-route';
import { OrganisationRow } from './organisation-row';

export type ChildrenProps = {
  organisationId: string;
  /** Where a press leads; the organisation's page when absent. */
  onPress?: (organisation: OrganisationCard) => void;
};

/** The organisations directly below one. */
export function Children({ organisationId, onPress }: ChildrenProps) {
  const below = usePages(
    'GET /organisations/{organisationId}/children',
    { organisationId },
    (it) => it.organisations,
  );
  return (
    <Answer of={below}>
      {() =>
        below.rows.length === 0 ? (
          <Empty id='children-none' title='没有下级组织' text='这里还没有设立下级队伍。' />
        ) : (
          <>
            <Card title='下级组织'>
              {below.rows.map((one) => (
                <OrganisationRow
                  key={one.organisationId}
                  organisation={one}
                  onPress={onPress && (() => onPress(one))}
                />
              ))}
            </Card>
            <LoadMore
              state={below.tail === 'more' ? 'idle' : below.tail}
              onMore={() => void below.loadMore()}
            />
          </>
        )
      }
    </Answer>
  );
}
