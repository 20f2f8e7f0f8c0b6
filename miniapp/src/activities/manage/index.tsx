import { useState } from 'react';
import type { ActivityState } from '#shared/vocabulary';
import { activityStates } from '#shared/vocabulary';
import type { Membership } from '#shared/volunteers';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go, goBack } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { usePages, useRoute } from '../../use-route';
import { OrganisationChoice, withRole } from '../lines/choice';
import { Line } from '../lines/line';

/** What an organisation has drafted, handed in, published and settled, state by state. */
export default function ManagePage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  const memberships = useRoute('GET /me/memberships', signedIn ? {} : undefined);
  if (!signedIn) {
    return <SignInFirst id='manage' title='组织的活动' text='登录后可以看到组织的活动。' />;
  }
  const all = 'data' in memberships ? memberships.data.memberships : [];
  const mine = withRole(all, 'organiser', 'approver', 'admin');
  if (mine[0]) return <Managing mine={mine} first={mine[0].organisationId} />;
  return (
    <Page id='manage' title='组织的活动'>
      <Answer of={memberships}>
        {() => (
          <Empty
            id='manage-none'
            title='您还没有管理活动的角色'
            text='需要组织的管理员给您“活动组织者”或“审核人”的角色。'
            action={{ text: '返回', onPress: goBack }}
          />
        )}
      </Answer>
    </Page>
  );
}

const stateOptions = Object.entries(activityStates).map(([value, text]) => ({ value, text }));

function Managing({ mine, first }: { mine: Membership[]; first: string }) {
  const [organisationId, choose] = useState(first);
  const [state, setState] = useState<ActivityState>('published');
  const found = usePages(
    'GET /organisations/{organisationId}/activities',
    { organisationId, state },
    (it) => it.activities,
  );
  const writes = withRole(mine, 'organiser', 'admin').length > 0;
  const now = serverNow();
  return (
    <Page
      id='manage'
      title='组织的活动'
      bottom={
        writes && (
          <Button id='manage-new' onPress={() => go('/activities/publish/index')}>
            发起新活动
          </Button>
        )
      }
    >
      <OrganisationChoice among={mine} value={organisationId} onChange={choose} />
      <Card>
        <PickerField
          id='manage-state'
          label='状态'
          kind='option'
          value={state}
          options={stateOptions}
          onChange={(value) => setState(value as ActivityState)}
        />
      </Card>
      <Answer of={found}>
        {() =>
          found.rows.length === 0 ? (
            <Empty id='manage-empty' title={`没有${activityStates[state]}的活动`} />
          ) : (
            <>
              <Card>
                {found.rows.map((line) => (
                  <Line key={line.activityId} line={line} now={now} />
                ))}
              </Card>
              <LoadMore
                state={found.tail === 'more' ? 'idle' : found.tail}
                onMore={() => void found.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
