import { View } from '@tarojs/components';
import { useState } from 'react';
import { useOutbox } from '../../outbox';
import { signOut } from '../../session';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';

/** Signs out, after asking; what is not sent yet stays on the phone for the next time. */
export function SignOut() {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const waiting = useOutbox((it) => it.waiting.length);
  const leave = async () => {
    setBusy(true);
    // Leaving makes this page a guest's: this piece is gone then.
    await signOut();
  };
  const kept = waiting > 0 ? `有 ${waiting} 件还没同步，会留在这台手机上，下次登录后再提交。` : '';
  return (
    <View>
      <Button id='sign-out' kind='plain' onPress={() => setAsked(true)}>
        退出登录
      </Button>
      <Dialog
        id='sign-out-dialog'
        open={asked}
        title='退出登录？'
        text={`所有设备上都会退出。${kept}`}
        confirm='退出'
        busy={busy}
        onConfirm={() => void leave()}
        onCancel={() => setAsked(false)}
      />
    </View>
  );
}
