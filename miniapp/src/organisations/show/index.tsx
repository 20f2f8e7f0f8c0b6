import { useRouter } from '@tarojs/taro';
import { Answer } from '../../answer/answer';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { About } from './about';
import { actionsOf } from './actions';
import { JoinBar } from './join-bar';
import { StaffWays } from './staff-ways';
import { VerifyCard } from './verify-card';

/** One organisation: what it is, how I stand to it, and what its staff do here. */
export default function ShowOrganisationPage() {
  const { organisationId } = useRouter().params;
  const answer = useRoute(
    'GET /organisations/{organisationId}',
    organisationId ? { organisationId } : undefined,
  );
  const shown = 'data' in answer ? answer.data : undefined;
  const isPublic = shown?.state === 'active' || shown?.state === 'frozen';
  return (
    <Page
      id='organisation'
      title='组织'
      bottom={
        shown &&
        isPublic &&
        Object.keys(actionsOf(shown)).length > 0 && (
          <JoinBar organisation={shown} onChanged={() => answer.refresh()} />
        )
      }
    >
      <Answer of={answer} shape='card'>
        {(data) => (
          <>
            <About organisation={data} />
            {data.may.decide && (
              <VerifyCard organisationId={data.organisationId} onDecided={() => answer.refresh()} />
            )}
            <StaffWays organisation={data} />
          </>
        )}
      </Answer>
    </Page>
  );
}
