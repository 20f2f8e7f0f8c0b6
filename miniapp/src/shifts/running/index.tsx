import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Service } from '#shared/shifts';
import { clockOf } from '#shared/time';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go, goTab } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { spanWord } from '../../words';
import { BreakCard } from './break-card';
import styles from './index.module.scss';
import { JointCard } from './joint-card';
import { RecheckCard } from './recheck-card';

/** One's own part in a shift that runs: what one is asked, a break, leaving, and what to do without a code. */
export default function RunningPage() {
  const { shiftId } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const service = useRoute(
    'GET /shifts/{shiftId}/service',
    signedIn && shiftId ? { shiftId } : undefined,
  );
  if (!signedIn) {
    return <SignInFirst id='running' title='本次服务' text='登录后显示您正在进行的服务。' />;
  }
  const shown = 'data' in service ? service.data : undefined;
  const serving = shown?.state === 'checked_in';
  return (
    <Page
      id='running'
      title='本次服务'
      bottom={
        serving && (
          <Button id='running-scan' onPress={() => goTab('/tabs/scan/index')}>
            {isAsked(shown) ? '扫签到码' : '扫签退码'}
          </Button>
        )
      }
    >
      <Answer of={service} shape='card'>
        {(data) => <Running service={data} onChanged={service.refresh} />}
      </Answer>
    </Page>
  );
}

const isAsked = ({ recheck }: Service): boolean =>
  recheck !== undefined && !recheck.answered && serverNow() <= recheck.until;

type RunningProps = { service: Service; onChanged: () => Promise<void> };

function Running({ service, onChanged }: RunningProps) {
  const { shiftId, activityId, title, placeName, extendedTo, cancelled, state, joint } = service;
  const nothing = !service.mayBreak && !joint.arrival && !joint.leaving && !service.recheck;
  return (
    <>
      <View className={styles.head}>
        <Text className={styles.title}>{title}</Text>
        <Text className={styles.when}>{`${spanWord(service, serverNow())} · ${placeName}`}</Text>
      </View>
      {cancelled && <Banner tone='info'>这场活动已取消，已服务的时间照常计入</Banner>}
      {extendedTo !== undefined && (
        <Banner id='running-extended' tone='info'>
          {`组织者已延长到 ${clockOf(extendedTo)}。留下来请在离开时签退；按原时间离开也可以`}
        </Banner>
      )}
      <RecheckCard service={service} onOver={onChanged} />
      {service.mayBreak && <BreakCard service={service} onChanged={onChanged} />}
      {(joint.arrival || joint.leaving) && <JointCard service={service} onChanged={onChanged} />}
      {nothing && (
        <Empty
          id='running-nothing'
          title={state === 'late' ? '等待确认' : '现在没有要做的'}
          text={nothingWord(service)}
          action={{
            text: state === undefined ? '看活动' : '看报名',
            onPress: () =>
              state === undefined
                ? go('/activities/show/index', { activityId, shiftId })
                : go('/signups/sheet/index', { shiftId }),
          }}
        />
      )}
    </>
  );
}

function nothingWord({ state, startsAt }: Service): string {
  if (state === 'credited') return '您已签退，时长可以在“我的服务”里查看。';
  if (state === 'late') return '您的到场和离开要由组织者或上级确认，确认前不计时长。';
  return serverNow() < startsAt ? '到场后请扫现场的签到码。' : '现场有签到码时，请直接扫码。';
}
