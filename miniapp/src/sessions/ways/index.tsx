import { View } from '@tarojs/components';
import { useState } from 'react';
import { said as words } from '#shared/answers';
import type { WayShown } from '#shared/sessions';
import { Answer } from '../../answer/answer';
import { call, Refused, Unreachable } from '../../api';
import { serverNow } from '../../clock';
import { loginCode, silentLogin } from '../../device/login';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { keep, usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { momentWord } from '../../words';
import { SmsCode } from '../sms-code';
import { useRequestIds, useSmsCode } from '../use-sms-code';
import styles from './index.module.scss';

/** How I get into my account, and changing it. The hours and points stay where they are. */
export default function WaysPage() {
  const person = usePerson((it) => it.person);
  const ways = useRoute('GET /me/ways', person ? {} : undefined);
  if (!person) {
    return <SignInFirst id='ways' title='登录方式' text='登录后可以查看和更换登录方式。' />;
  }
  return (
    <Page id='ways' title='登录方式'>
      <Answer of={ways} shape='card'>
        {(data) => (
          <>
            <Card title='可以这样登录'>
              {data.ways.map((way) => (
                <WayRow key={`${way.kind} ${way.masked ?? ''} ${way.since}`} way={way} />
              ))}
            </Card>
            <ChangeWays ways={data.ways} onDone={ways.refresh} />
          </>
        )}
      </Answer>
      <Card title='志愿者编号'>
        <ListRow
          id='my-number'
          title={person.volunteerId}
          note='找回或合并账号时，请把它告诉工作人员'
        />
      </Card>
    </Page>
  );
}

function WayRow({ way }: { way: WayShown }) {
  const name = way.kind === 'phone' ? `手机号 ${way.masked ?? ''}` : '微信';
  const since = way.since > 0 ? `${momentWord(way.since, serverNow())} 起` : undefined;
  return (
    <ListRow
      title={name}
      note={since}
      extra={way.current ? <Tag tone='leaf'>当前登录</Tag> : undefined}
    />
  );
}

type ChangeProps = { ways: WayShown[]; onDone: () => Promise<void> };

function ChangeWays({ ways, onDone }: ChangeProps) {
  const [open, setOpen] = useState(false);
  const hasPhone = ways.some(({ kind }) => kind === 'phone');
  const byWeChat = ways.some(({ kind, current }) => kind === 'weapp' && current);
  const done = async () => {
    setOpen(false);
    await onDone();
  };
  if (open) return <NewPhone onDone={done} onCancel={() => setOpen(false)} />;
  return (
    <View className={styles.ways}>
      <Button id='ways-phone' kind='plain' onPress={() => setOpen(true)}>
        {hasPhone ? '更换登录手机号' : '添加登录手机号'}
      </Button>
      {silentLogin && !byWeChat && <ThisWeChat onDone={onDone} />}
    </View>
  );
}

type NewPhoneProps = { onDone: () => Promise<void>; onCancel: () => void };

function NewPhone({ onDone, onCancel }: NewPhoneProps) {
  const sms = useSmsCode('change');
  const ids = useRequestIds();
  const { busy, said, run } = useCommand();
  const change = () =>
    run(async () => {
      const proof = sms.proof();
      if (!proof) return;
      const requestId = ids.of(`${proof.phone} ${proof.code}`);
      const answered = await call('PUT /me/phone', { ...proof, requestId }).catch(
        (error: unknown) => {
          if (!(error instanceof Unreachable)) ids.settle();
          throw error;
        },
      );
      keep(answered);
      await onDone();
    });
  return (
    <Card title='新的登录手机号'>
      {said !== '' && (
        <Banner id='ways-said' tone='error'>
          {said}
        </Banner>
      )}
      <SmsCode id='ways-sms' hint='换好后原来的手机号不能再登录，其他设备会退出' of={sms} />
      <Button id='ways-change' busy={busy} busyText='正在更换…' onPress={() => void change()}>
        更换
      </Button>
      <Button id='ways-cancel' kind='quiet' disabled={busy} onPress={onCancel}>
        不换了
      </Button>
    </Card>
  );
}

/** For who came by another way: this phone's WeChat signs in from now on. */
function ThisWeChat({ onDone }: { onDone: () => Promise<void> }) {
  const { busy, said, run } = useCommand();
  const link = () =>
    run(async () => {
      const code = await loginCode();
      if (!code) throw new Refused('login_code_invalid', 401, words.login_code_invalid);
      keep(await call('PUT /me/wechat', { loginCode: code }));
      await onDone();
    });
  return (
    <>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <Button id='ways-wechat' kind='plain' busy={busy} onPress={() => void link()}>
        以后用这个微信登录
      </Button>
    </>
  );
}
