import { Answer } from '../../answer/answer';
import { go, goBack } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { usePages } from '../../use-route';
import { DeskPicker } from '../desk-picker';
import { useDesk } from '../use-desk';
import { RecoveryCard } from './recovery-card';

const title = '账号找回与合并';

/** Requests about accounts at my organisation: what waits for a second pair of eyes, then what was decided. */
export default function RecoveryDesk() {
  const desk = useDesk('admin', 'auditor');
  const { organisationId, signedIn } = desk;
  const all = usePages(
    'GET /organisations/{organisationId}/recoveries',
    organisationId ? { organisationId } : undefined,
    (it) => it.recoveries,
  );
  if (!signedIn) {
    return <SignInFirst id='recovery-desk' title={title} text='工作人员登录后才能办理。' />;
  }
  const mayAsk = desk.desks.some(
    (it) => it.organisationId === organisationId && it.roles.includes('admin'),
  );
  const rows = [...all.rows].sort((one, two) => {
    const open = Number(two.state === 'open') - Number(one.state === 'open');
    return open === 0 ? two.openedAt - one.openedAt : open;
  });
  return (
    <Page
      id='recovery-desk'
      title={title}
      bottom={
        mayAsk && (
          <Button id='recovery-new' onPress={() => go('/recoveries/ask/index', { organisationId })}>
            新的申请
          </Button>
        )
      }
    >
      <DeskPicker desk={desk} />
      {!organisationId ? (
        <Answer of={desk.memberships}>
          {() => (
            <Empty
              title='这里由管理员和审计员办理'
              text='您还没有这样的角色，需要时请联系所在组织的管理员。'
              action={{ text: '返回', onPress: goBack }}
            />
          )}
        </Answer>
      ) : (
        <Answer of={all} shape='card'>
          {() =>
            rows.length === 0 ? (
              <Empty
                title='还没有申请'
                text='有人换了手机或有两个账号时，由一位管理员申请，另一位确认。'
              />
            ) : (
              <>
                {rows.map((one) => (
                  <RecoveryCard
                    key={one.recoveryId}
                    organisationId={organisationId}
                    recovery={one}
                    onDone={all.refresh}
                  />
                ))}
                <LoadMore
                  state={all.tail === 'more' ? 'idle' : all.tail}
                  onMore={() => void all.loadMore()}
                />
              </>
            )
          }
        </Answer>
      )}
    </Page>
  );
}
