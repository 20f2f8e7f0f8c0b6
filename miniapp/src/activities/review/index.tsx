import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { ActivityShown, BehindTheScenes } from '#shared/activities';
import { activityStates } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { momentWord, spanWord } from '../../words';
import { Details, Head } from '../show/details';
import { TermsCard } from '../show/terms';
import { Decision } from './decision';
import { Writing } from './writing';

/** An activity that is not public yet, all on one page: for its author to hand in, for an approver to decide. */
export default function ReviewPage() {
  const { activityId } = useRouter().params;
  const activity = useRoute(
    'GET /activities/{activityId}',
    activityId ? { activityId } : undefined,
  );
  const shown = 'data' in activity ? activity.data : undefined;
  return (
    <Page
      id='review'
      title='活动草稿'
      bottom={shown?.staff && footOf(shown, shown.staff, activity.refresh)}
    >
      <Answer of={activity} shape='card'>
        {(data) =>
          data.staff ? (
            <Draft activity={data} staff={data.staff} />
          ) : (
            <Empty
              id='review-public'
              title='这项活动已经发布'
              action={{
                text: '看活动',
                onPress: () => go('/activities/show/index', { activityId: data.activityId }),
              }}
            />
          )
        }
      </Answer>
    </Page>
  );
}

/** The one thing this person can do now; nothing, and no empty bar, where there is none. */
function footOf(
  { activityId, state }: ActivityShown,
  staff: BehindTheScenes,
  after: () => Promise<void>,
) {
  if (state === 'in_review' && staff.mayDecide) {
    return <Decision activityId={activityId} version={staff.version} onDone={after} />;
  }
  if (state === 'draft' && staff.mayWrite) {
    return <Writing activityId={activityId} version={staff.version} onDone={after} />;
  }
  return null;
}

function Draft({ activity, staff }: { activity: ActivityShown; staff: BehindTheScenes }) {
  const now = serverNow();
  return (
    <>
      <Standing activity={activity} staff={staff} />
      <Head activity={activity} />
      <Card id='review-plans' title={`时间（共 ${staff.plans.length} 场）`}>
        {staff.plans.map((plan, index) => (
          <ListRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two shifts may be at the same time.
            key={index}
            title={spanWord(plan, now)}
            extra={<Text>{`${plan.capacity} 人`}</Text>}
          />
        ))}
      </Card>
      <TermsCard conditions={activity.conditions} insurance={activity.insurance} />
      <Details activity={activity} />
    </>
  );
}

/** How far it has come, and what is expected of whom. */
function Standing({ activity, staff }: { activity: ActivityShown; staff: BehindTheScenes }) {
  const { state, activityId } = activity;
  const { returned, wroteIt, mayDecide } = staff;
  if (state === 'draft' && returned) {
    const when = momentWord(returned.at, serverNow());
    return (
      <Banner id='review-returned' tone='waiting'>{`${when} 退回：${returned.reason}`}</Banner>
    );
  }
  if (state === 'in_review' && mayDecide) {
    const before = returned ? `上次退回的原因：${returned.reason}。` : '';
    return (
      <Banner id='review-asked' tone='info'>
        {`${before}请看完再决定，通过后立即公开，市民可以报名。`}
      </Banner>
    );
  }
  if (state === 'in_review') {
    return (
      <Banner id='review-waiting' tone='waiting'>
        {wroteIt ? '已提交，等另一位审核人处理，有结果会通知您。' : '待审核，需要审核人处理。'}
      </Banner>
    );
  }
  if (state === 'published' || state === 'settling' || state === 'settled') {
    return (
      <Banner
        id='review-published'
        tone='info'
        action={{
          text: '看活动',
          onPress: () => go('/activities/show/index', { activityId }),
        }}
      >
        {activityStates[state]}
      </Banner>
    );
  }
  return <Banner id='review-state' tone='info'>{`现在是：${activityStates[state]}`}</Banner>;
}
