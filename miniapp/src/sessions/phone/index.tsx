import { Text } from '@tarojs/components';
import { call, Unreachable } from '../../api';
import { isRegistered } from '../../entry';
import { goBack, goInstead } from '../../go';
import { keep } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { SmsCode } from '../sms-code';
import { noteTypedPhone } from '../typed-phone';
import { useRequestIds, useSmsCode } from '../use-sms-code';
import styles from './index.module.scss';

/** Signing in without WeChat: a code by message says whose phone it is. */
export default function PhonePage() {
  const sms = useSmsCode('sign_in');
  const ids = useRequestIds();
  const { busy, said, run } = useCommand();
  const enter = () =>
    run(async () => {
      const proof = sms.proof();
      if (!proof) return;
      const requestId = ids.of(`${proof.phone} ${proof.code}`);
      const answered = await call('POST /sessions/by-phone', { ...proof, requestId }).catch(
        (error: unknown) => {
          if (!(error instanceof Unreachable)) ids.settle();
          throw error;
        },
      );
      keep(answered);
      noteTypedPhone(proof.phone);
      if (await isRegistered()) goBack();
      else goInstead('/volunteers/register/index');
    });
  return (
    <Page
      id='phone-page'
      title='手机号登录'
      bottom={
        <Button id='phone-enter' busy={busy} busyText='正在登录…' onPress={() => void enter()}>
          登录
        </Button>
      }
    >
      {said !== '' && (
        <Banner id='phone-said' tone='error'>
          {said}
        </Banner>
      )}
      <Text className={styles.lead}>没有账号的手机号，登录后会新建一个账号。</Text>
      <SmsCode id='sms' of={sms} />
    </Page>
  );
}
