import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Dependant, GuardianShown } from '#shared/dependants';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { go } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { minutesWord } from '../../words';
import { consentTones, consentWords, relationWords } from '../family-words';
import styles from '../text.module.scss';

/** Whom I look after and who looks after me: people who serve without a phone, and children with their guardians. */
export default function FamilyPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  const mine = useRoute('GET /me/dependants', signedIn ? {} : undefined);
  if (!signedIn) {
    return <SignInFirst id='family' title='我的家人' text='登录后可以替孩子和老人登记、报名。' />;
  }
  return (
    <Page
      id='family'
      title='我的家人'
      bottom={
        <Button id='family-add' onPress={() => go('/dependants/add/index')}>
          添加家人
        </Button>
      }
    >
      <Above />
      <Answer of={mine}>
        {({ dependants }) => (
          <Card id='family-dependants' title='我照顾的家人'>
            {dependants.length === 0 && (
              <Text className={styles.text}>
                孩子或没有智能手机的老人，可以由您替他们登记、报名，打印一张志愿者卡到现场用。时长记在他们自己名下。
              </Text>
            )}
            {dependants.map((one) => (
              <DependantRow key={one.volunteerId} dependant={one} />
            ))}
          </Card>
        )}
      </Answer>
      <Card title='卡和代码'>
        <ListRow
          id='family-card'
          title='我的志愿者卡'
          note='没带手机时，请组织者扫卡签到'
          onPress={() => go('/dependants/card/index')}
        />
        <ListRow
          id='family-guardian'
          title='输入监护人代码'
          note='孩子或家人手机上显示的 8 位代码'
          onPress={() => go('/dependants/guardianship/index')}
        />
      </Card>
    </Page>
  );
}

function DependantRow({ dependant }: { dependant: Dependant }) {
  const { volunteerId, name, relation, consent, ownAccount, minutes } = dependant;
  return (
    <ListRow
      id={`dependant-${volunteerId}`}
      title={name}
      note={`${relationWords[relation]}${ownAccount ? ' · 有自己的账号' : ''} · ${minutesWord(minutes)}`}
      below={
        consent === 'not_needed' ? undefined : (
          <Tag tone={consentTones[consent]}>{consentWords[consent]}</Tag>
        )
      }
      onPress={() => go('/dependants/person/index', { volunteerId })}
    />
  );
}

/** Those who look after me, and what a minor still needs of them. */
function Above() {
  const answer = useRoute('GET /me/guardians', {});
  if (!('data' in answer)) return null;
  const { guardians, consent, minor } = answer.data;
  const waits = consent === 'needed' || consent === 'withdrawn';
  return (
    <>
      {waits && (
        <Banner
          id='family-waits'
          tone='waiting'
          action={{
            id: 'family-show-code',
            text: '出示代码',
            onPress: () => go('/dependants/code/index', { purpose: 'guardian' }),
          }}
        >
          未满 14 岁，需要监护人同意后才能报名和签到
        </Banner>
      )}
      {guardians.length > 0 && (
        <Card id='family-guardians' title='照顾我的人'>
          {guardians.map((one) => (
            <GuardianRow key={one.volunteerId} guardian={one} onEnded={answer.refresh} />
          ))}
        </Card>
      )}
      {minor && !waits && (
        <Card>
          <ListRow
            id='family-more-guardians'
            title='再关联一位监护人'
            note='出示代码，请监护人在自己的手机上输入'
            onPress={() => go('/dependants/code/index', { purpose: 'guardian' })}
          />
        </Card>
      )}
    </>
  );
}

type GuardianRowProps = { guardian: GuardianShown; onEnded: () => Promise<void> };

function GuardianRow({ guardian, onEnded }: GuardianRowProps) {
  const { volunteerId, maskedName, relation } = guardian;
  const [asked, ask] = useState(false);
  const { busy, said, run } = useCommand();
  const end = () =>
    run(async () => {
      ask(false);
      await call('DELETE /me/guardians/{volunteerId}', { volunteerId });
      await onEnded();
    });
  return (
    <View>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <ListRow
        title={maskedName}
        note={relation === 'child' ? '监护人' : '亲属，可以替我报名'}
        extra={
          <Button
            size='small'
            kind='plain'
            busy={busy}
            label={`解除与${maskedName}的关联`}
            onPress={() => ask(true)}
          >
            解除
          </Button>
        }
      />
      <Dialog
        open={asked}
        title='解除关联？'
        text='对方不能再替您报名、查看您的服务。您的时长和积分不受影响。'
        confirm='解除'
        onConfirm={() => void end()}
        onCancel={() => ask(false)}
      />
    </View>
  );
}
