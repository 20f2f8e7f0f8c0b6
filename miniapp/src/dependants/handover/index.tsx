import { Text } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api';
import { goTab } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { keep, usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { Result } from '../../ui/result/result';
import { useCommand } from '../../use-command';
import { typedCode } from '../family-words';
import styles from '../text.module.scss';

/** Somebody whom a relative registered has a phone now: this account becomes theirs, with every hour of before. */
export default function HandoverPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  const [typed, type] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [done, setDone] = useState(false);
  const { busy, said, run } = useCommand();
  const take = () => {
    const code = typedCode(typed);
    setWrong(code ? undefined : '代码是 8 位字母和数字，请对照着再输一次');
    if (!code) return;
    void run(async () => {
      keep(await call('POST /me/handover', { code }));
      setDone(true);
    });
  };
  if (!signedIn) {
    return <SignInFirst id='handover' title='接手账号' text='先用自己的手机登录，再输入代码。' />;
  }
  if (done) {
    return (
      <Page id='handover' title='接手账号'>
        <Result
          id='handover-done'
          tone='done'
          headline='已经接手'
          text='以后用这部手机登录就是您自己的账号，编号、时长和积分都和以前一样。'
          actions={[{ text: '看看我的时长', onPress: () => goTab('/tabs/me/index') }]}
        />
      </Page>
    );
  }
  return (
    <Page id='handover' title='接手账号'>
      {said !== '' && (
        <Banner id='handover-said' tone='error'>
          {said}
        </Banner>
      )}
      <Card title='家人替我登记过'>
        <Text className={styles.text}>
          请家人打开“我的家人”，选中您，点“交给本人自己的账号”，把显示的代码告诉您。
        </Text>
        <Field
          id='handover-code'
          label='代码'
          maxLength={12}
          hint='8 位字母和数字，不分大小写'
          value={typed}
          error={wrong}
          onChange={(value) => {
            type(value);
            setWrong(undefined);
          }}
        />
        <Button id='handover-take' busy={busy} busyText='正在接手…' onPress={take}>
          接手我的账号
        </Button>
      </Card>
    </Page>
  );
}
