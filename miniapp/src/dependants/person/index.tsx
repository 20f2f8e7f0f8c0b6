import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Dependant } from '#shared/dependants';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { go, goBack } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { Empty } from '../../ui/empty/empty';
import { Figure } from '../../ui/figure/figure';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { countWord, timeParts } from '../../words';
import { isMinor, relationWords } from '../family-words';
import styles from '../text.module.scss';
import { ConsentCard } from './consent-card';

/** One of those I look after: what they have served, their card, and what I answer for. */
export default function PersonPage() {
  const { volunteerId } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const mine = useRoute('GET /me/dependants', signedIn ? {} : undefined);
  if (!signedIn) {
    return <SignInFirst id='dependant' title='家人' text='登录后查看由您照看的家人。' />;
  }
  return (
    <Page id='dependant' title='家人'>
      <Answer of={mine} shape='card'>
        {({ dependants, consentVersion }) => {
          const one = dependants.find((it) => it.volunteerId === volunteerId);
          if (!one) {
            return (
              <Empty
                title='没有找到'
                text='这位家人已不在您的名单里。'
                action={{ text: '返回', onPress: goBack }}
              />
            );
          }
          return (
            <>
              <Summary dependant={one} />
              <ConsentCard dependant={one} version={consentVersion} onChanged={mine.refresh} />
              <Ways dependant={one} />
              <EndLink dependant={one} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function Summary({ dependant }: { dependant: Dependant }) {
  const { volunteerId, name, relation, birthMonth, minutes, points } = dependant;
  return (
    <>
      <Card id='dependant-summary' title={name}>
        <ListRow
          title={relationWords[relation]}
          note={`${birthMonth.slice(0, 4)}年${Number(birthMonth.slice(4))}月出生`}
        />
        <View className={styles.figures}>
          <View className={styles.figure}>
            <Figure label='服务时长' tone='brand' parts={timeParts(minutes)} />
          </View>
          <Figure label='积分' parts={[[countWord(points), '分']]} />
        </View>
      </Card>
      <View className={styles.below}>
        <Button id='dependant-card' onPress={() => go('/dependants/card/index', { volunteerId })}>
          打开志愿者卡
        </Button>
      </View>
    </>
  );
}

function Ways({ dependant }: { dependant: Dependant }) {
  const { volunteerId, birthMonth, ownAccount } = dependant;
  const minor = isMinor(birthMonth, serverNow());
  return (
    <Card>
      <ListRow
        id='dependant-records'
        title='服务记录'
        note='报名时在“为谁报名”里选择这位家人'
        onPress={() => go('/checkins/records/index', { forVolunteerId: volunteerId })}
      />
      <ListRow
        id='dependant-hours'
        title='工时明细'
        onPress={() => go('/checkins/hours/index', { forVolunteerId: volunteerId })}
      />
      {minor && (
        <ListRow
          id='dependant-readings'
          title='谁查看过孩子的信息'
          onPress={() => go('/dependants/readings/index', { volunteerId })}
        />
      )}
      {(minor || !ownAccount) && (
        <ListRow
          id='dependant-share'
          title='请另一位家人一起照顾'
          note='出示代码，请对方在自己的手机上输入'
          onPress={() => go('/dependants/code/index', { purpose: 'guardian', volunteerId })}
        />
      )}
      {!ownAccount && (
        <ListRow
          id='dependant-handover'
          title='交给本人自己的账号'
          note='本人有手机了：出示代码，由本人接手'
          onPress={() => go('/dependants/code/index', { purpose: 'handover', volunteerId })}
        />
      )}
    </Card>
  );
}

function EndLink({ dependant: { volunteerId, ownAccount } }: { dependant: Dependant }) {
  const [asked, ask] = useState(false);
  const { busy, said, run } = useCommand();
  const end = () =>
    run(async () => {
      ask(false);
      await call('DELETE /me/dependants/{volunteerId}', { volunteerId });
      goBack();
    });
  const left = ownAccount ? '' : '之后没有人能替本人报名；要恢复需到组织服务台办理。';
  return (
    <>
      {said !== '' && (
        <Banner id='dependant-said' tone='error'>
          {said}
        </Banner>
      )}
      <Button id='dependant-end' kind='quiet' busy={busy} onPress={() => ask(true)}>
        解除关联
      </Button>
      <Dialog
        id='dependant-end-dialog'
        open={asked}
        title='解除关联？'
        text={`您不能再替这位家人报名和查看服务。时长和积分都留在本人名下。${left}`}
        confirm='解除'
        onConfirm={() => void end()}
        onCancel={() => ask(false)}
      />
    </>
  );
}
