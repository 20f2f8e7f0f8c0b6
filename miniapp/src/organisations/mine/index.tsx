import type { ProposalRow } from '#shared/organisations';
import type { MembershipState } from '#shared/vocabulary';
import { membershipStates, organisationRoles, organisationStates } from '#shared/vocabulary';
import type { Membership } from '#shared/volunteers';
import { Answer } from '../../answer/answer';
import { go } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import type { Tone } from '../../ui/tag/tag';
import { Tag } from '../../ui/tag/tag';
import { useRoute } from '../../use-route';

/** The organisations one belongs to or wants to, what one has proposed, and the ways to more. */
export default function MinePage() {
  const who = usePerson((it) => it.person);
  const memberships = useRoute('GET /me/memberships', who ? {} : undefined);
  const proposed = useRoute('GET /me/proposals', who ? {} : undefined);
  if (!who) {
    return <SignInFirst id='my-organisations' title='我的组织' text='登录后可以加入组织。' />;
  }
  const proposals = 'data' in proposed ? proposed.data.proposals : [];
  return (
    <Page
      id='my-organisations'
      title='我的组织'
      bottom={
        <Button id='find-organisation' onPress={() => go('/organisations/tree/index')}>
          找组织
        </Button>
      }
    >
      <Answer of={memberships}>
        {({ memberships: mine }) =>
          mine.length === 0 ? (
            <Empty
              id='my-organisations-none'
              title='还没有加入组织'
              text='找到身边的队伍申请加入，或者输入组织给您的邀请码。'
            />
          ) : (
            <Card id='memberships'>
              {mine.map((one) => (
                <MembershipRow key={one.organisationId} membership={one} />
              ))}
            </Card>
          )
        }
      </Answer>
      {proposals.length > 0 && <Proposals proposals={proposals} />}
      <Card>
        <ListRow
          id='join-by-code'
          title='用邀请码加入'
          note='组织管理员念给您的 8 位码'
          onPress={() => go('/organisations/join/index')}
        />
        <ListRow title='我的志愿者编号' extra={who.volunteerId} />
      </Card>
    </Page>
  );
}

const tones: Record<MembershipState, Tone> = {
  requested: 'sun',
  invited: 'sun',
  active: 'leaf',
  declined: 'plain',
  left: 'plain',
};

function MembershipRow({ membership }: { membership: Membership }) {
  const { organisationId, organisationName, state } = membership;
  // That one is a member the tag says.
  const roles = membership.roles.filter((role) => role !== 'member');
  return (
    <ListRow
      id={`membership-${organisationId}`}
      title={organisationName}
      note={roles.map((role) => organisationRoles[role]).join('、') || undefined}
      extra={<Tag tone={tones[state]}>{membershipStates[state]}</Tag>}
      onPress={() => go('/organisations/show/index', { organisationId })}
    />
  );
}

function Proposals({ proposals }: { proposals: ProposalRow[] }) {
  return (
    <Card id='my-proposals' title='我发起的组织'>
      {proposals.map(({ organisationId, name, parentName, state, rejectedBecause }) => (
        <ListRow
          key={organisationId}
          title={name}
          note={rejectedBecause ? `原因：${rejectedBecause}` : `上级：${parentName}`}
          extra={
            <Tag tone={state === 'pending' ? 'sun' : 'plain'}>{organisationStates[state]}</Tag>
          }
          onPress={() => go('/organisations/show/index', { organisationId })}
        />
      ))}
    </Card>
  );
}
