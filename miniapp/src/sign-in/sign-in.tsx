import { useState } from 'react';
import { sentenceOf } from '../api';
import { silentLogin } from '../device/login';
import { go } from '../go';
import { signIn } from '../session';
import { Banner } from '../ui/banner/banner';
import { Button } from '../ui/button/button';

/** The button that signs in: silently in WeChat, by choosing a person in a browser of the local cloud. */
export function SignIn() {
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState<string>();
  const enter = async () => {
    if (!silentLogin) {
      go('/volunteers/people/index');
      return;
    }
    setBusy(true);
    setReason(undefined);
    await signIn().catch((error: unknown) => {
      setReason(sentenceOf(error));
    });
    setBusy(false);
  };
  return (
    <>
      {reason !== undefined && <Banner tone='error'>{reason}</Banner>}
      <Button
        id='sign-in'
        kind='plain'
        busy={busy}
        busyText='正在登录…'
        onPress={() => void enter()}
      >
        登录
      </Button>
      <Button id='sign-in-phone' kind='quiet' onPress={() => go('/sessions/phone/index')}>
        用手机号登录
      </Button>
    </>
  );
}
