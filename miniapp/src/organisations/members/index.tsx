import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answer } from '../../answer/answer';
import { Page } from '../../ui/page/page';
import { Tabs } from '../../ui/tabs/tabs';
import { useRoute } from '../../use-route';
import { ImportRow } from './import-row';
import { Invite } from './invite';
import { MemberList } from './member-list';
import { RequestList } from './request-list';

type View = 'members' | 'requests' | 'invite';

/** Who belongs here, who wants to, and letting people in by a code. */
export default function MembersPage() {
  const { organisationId } = useRouter().params;
  const organisation = useRoute(
    'GET /organisations/{organisationId}',
    organisationId ? { organisationId } : undefined,
  );
  const [view, choose] = useState<View>('members');
  return (
    <Page id='members' title='成员'>
      <Answer of={organisation}>
        {({ organisationId: id, may }) => {
          const items: { value: View; text: string }[] = [
            { value: 'members', text: '成员' },
            ...(may.manage ? [{ value: 'requests' as const, text: '加入申请' }] : []),
            ...(may.invite ? [{ value: 'invite' as const, text: '邀请码' }] : []),
          ];
          return (
            <>
              {items.length > 1 && (
                <Tabs
                  id='members-view'
                  label='成员、申请和邀请码'
                  items={items}
                  value={view}
                  onChange={choose}
                />
              )}
              {view === 'members' && <MemberList organisationId={id} manages={may.manage} />}
              {view === 'requests' && <RequestList organisationId={id} />}
              {view === 'invite' && <Invite organisationId={id} />}
              {view === 'invite' && may.manage && <ImportRow organisationId={id} />}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
