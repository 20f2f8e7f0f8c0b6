import type { ComplaintShown } from '#shared/complaints';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { useMe } from '../../session';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { usePages } from '../../use-route';
import { ComplaintCard } from '../complaint-card';

/** What I complained of and what came of it. */
export default function MyComplaints() {
  const me = useMe();
  if (me.guest) return <SignInFirst id='complaints' title='我的投诉' text='登录后查看进展。' />;
  return (
    <Page id='complaints' title='我的投诉'>
      <List />
    </Page>
  );
}

function List() {
  const mine = usePages('GET /me/complaints', {}, (it) => it.complaints);
  return (
    <Answer of={mine} shape='card'>
      {() =>
        mine.rows.length === 0 ? (
          <Empty title='没有投诉' text='在活动或组织页面的最下方可以举报和投诉。' />
        ) : (
          <>
            {mine.rows.map((one) => (
              <ComplaintCard key={one.complaintId} complaint={one}>
                {one.mayObject && <Objection complaint={one} onDone={mine.refresh} />}
              </ComplaintCard>
            ))}
            <LoadMore
              state={mine.tail === 'more' ? 'idle' : mine.tail}
              onMore={() => void mine.loadMore()}
            />
          </>
        )
      }
    </Answer>
  );
}

type ObjectionProps = { complaint: ComplaintShown; onDone: () => Promise<void> };

function Objection({ complaint: { complaintId }, onDone }: ObjectionProps) {
  const { busy, said, run } = useCommand();
  const object = () =>
    run(async () => {
      await call('POST /complaints/{complaintId}/objection', { complaintId });
      await onDone();
    });
  return (
    <>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <Button
        id={`object-${complaintId}`}
        kind='quiet'
        busy={busy}
        busyText='正在提交…'
        onPress={() => void object()}
      >
        对答复不满意，请上一级再看
      </Button>
    </>
  );
}
