import { useState } from 'react';
import type { Membership } from '#shared/volunteers';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { goBack } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { usePages, useRoute } from '../../use-route';
import { OrganisationChoice, withRole } from '../lines/choice';
import { Line } from '../lines/line';

/** What waits for an approver's decision, in their organisation and below; the longest wait first. */
export default function ReviewsPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  const memberships = useRoute('GET /me/memberships', signedIn ? {} : undefined);
  if (!signedIn) {
    return <SignInFirst id='reviews' title='待审核的活动' text='审核人登录后可以审核活动。' />;
  }
  const all = 'data' in memberships ? memberships.data.memberships : [];
  const mine = withRole(all, 'approver', 'admin');
  if (mine[0]) return <Queue mine={mine} first={mine[0].organisationId} />;
  return (
    <Page id='reviews' title='待审核的活动'>
      <Answer of={memberships}>
        {() => (
          <Empty
            id='reviews-none'
            title='您还不是审核人'
            text='审核活动需要组织的管理员给您“审核人”的角色。'
            action={{ text: '返回', onPress: goBack }}
          />
        )}
      </Answer>
    </Page>
  );
}

function Queue({ mine, first }: { mine: Membership[]; first: string }) {
  const [organisationId, choose] = useState(first);
  const found = usePages(
    'GET /organisations/{organisationId}/reviews',
    { organisationId },
    (it) => it.activities,
  );
  const now = serverNow();
  return (
    <Page id='reviews' title='待审核的活动'>
      <OrganisationChoice among={mine} value={organisationId} onChange={choose} />
      <Answer of={found}>
        {() =>
          found.rows.length === 0 ? (
            <Empty id='reviews-empty' title='都审完了' text='有新活动提交时会出现在这里。' />
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
