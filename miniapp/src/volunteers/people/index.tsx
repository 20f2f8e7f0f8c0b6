import { Text } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { organisationRoles } from '#shared/vocabulary';
import { sentenceOf } from '../../api';
import type { LocalPerson, People } from '../../device/login';
import { localPeople } from '../../device/login';
import { isRegistered } from '../../entry';
import { goBack, goInstead } from '../../go';
import { signIn } from '../../session';
import { Banner } from '../../ui/banner/banner';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/skeleton/skeleton';
import styles from './index.module.scss';

/** Signing in without WeChat: in the local cloud one chooses whom to be. A deployed stage sends one to WeChat. */
export default function PeoplePage() {
  const [people, setPeople] = useState<People>();
  const [busy, setBusy] = useState<string>();
  const [said, say] = useState('');
  const ask = useCallback(async () => {
    setPeople(undefined);
    setPeople(await localPeople());
  }, []);
  useEffect(() => void ask(), [ask]);

  const become = async (key: string) => {
    if (busy) return;
    setBusy(key);
    say('');
    try {
      await signIn(key);
      if (await isRegistered()) goBack();
      else goInstead('/volunteers/register/index');
    } catch (error) {
      say(sentenceOf(error));
    }
    setBusy(undefined);
  };

  return (
    <Page id='people' title='选择身份'>
      {said !== '' && (
        <Banner id='people-said' tone='error'>
          {said}
        </Banner>
      )}
      {people === undefined && <Skeleton />}
      {people?.status === 'unreachable' && (
        <Empty
          drawing='storm'
          title='没有取到'
          text='网络不通，请检查网络后再试'
          action={{ id: 'retry', text: '重试', onPress: () => void ask() }}
        />
      )}
      {people?.status === 'wechat_only' && (
        <Empty
          id='by-phone'
          title='用手机号登录'
          text='收一条短信验证码就可以登录。在微信里打开时，可以直接用微信登录。'
          action={{ text: '用手机号登录', onPress: () => goInstead('/sessions/phone/index') }}
        />
      )}
      {people?.status === 'local' && (
        <>
          <Text className={styles.lead}>
            这是本机上的志愿云，数据都是虚构的。选一个人，就以这个人的身份使用；每个标签页可以是不同的人。
          </Text>
          <Card>
            {people.people.map((person) => (
              <ListRow
                key={person.key}
                id={`person-${person.key}`}
                title={`${person.name}${rolesOf(person)}`}
                note={busy === person.key ? '正在登录…' : person.note}
                onPress={() => void become(person.key)}
              />
            ))}
          </Card>
        </>
      )}
    </Page>
  );
}

function rolesOf({ roles }: LocalPerson): string {
  const special = roles.filter((role) => role !== 'member');
  return special.length === 0
    ? ''
    : ` · ${special.map((role) => organisationRoles[role]).join('、')}`;
}
