import { useState } from 'react';
import { silentLogin } from '../../device/login';
import { go } from '../../go';
import { useOutbox } from '../../outbox';
import { signOut, useMe } from '../../session';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { ListRow } from '../../ui/list-row/list-row';
import type { Theme } from '../../ui/look';
import { setLook, useLook } from '../../ui/look';
import { Page } from '../../ui/page/page';
import { Tabs } from '../../ui/tabs/tabs';

const themes: { value: Theme; text: string }[] = [
  { value: 'system', text: '跟随系统' },
  { value: 'light', text: '浅色' },
  { value: 'dark', text: '深色' },
];
const sizes = [
  { value: 'regular', text: '标准' },
  { value: 'elder', text: '大字' },
] as const;

/** How the app looks on this phone, and who is signed in on it. */
export default function SettingsPage() {
  const { theme, elder } = useLook();
  const me = useMe();
  const waiting = useOutbox((it) => it.waiting.length);
  const [asking, ask] = useState(false);
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    await signOut();
    setBusy(false);
    ask(false);
  };
  const name = 'data' in me ? (me.data.profile?.name ?? '还没有登记') : '';
  return (
    <Page id='settings' title='设置'>
      <Card title='文字大小'>
        <Tabs
          id='settings-size'
          label='文字大小'
          items={sizes}
          value={elder ? 'elder' : 'regular'}
          onChange={(value) => setLook({ elder: value === 'elder' })}
        />
      </Card>
      <Card title='外观'>
        <Tabs
          id='settings-theme'
          label='外观'
          items={themes}
          value={theme}
          onChange={(value) => setLook({ theme: value })}
        />
      </Card>
      <Card>
        {!me.guest && <ListRow title='当前登录' extra={name} />}
        {!me.guest && (
          <ListRow id='settings-ways' title='登录方式' onPress={() => go('/sessions/ways/index')} />
        )}
        {!silentLogin && (
          <ListRow
            id='settings-people'
            title={me.guest ? '登录' : '换一个人'}
            onPress={() => go('/volunteers/people/index')}
          />
        )}
        {!me.guest && (
          <>
            <ListRow
              id='settings-consents'
              title='授权管理'
              onPress={() => go('/volunteers/consents/index')}
            />
            <ListRow
              id='settings-data'
              title='我的数据'
              note='导出、注销账号'
              onPress={() => go('/volunteers/data/index')}
            />
          </>
        )}
        <ListRow
          id='settings-privacy'
          title='隐私说明'
          onPress={() => go('/volunteers/privacy/index')}
        />
      </Card>
      {!me.guest && (
        <Button id='settings-sign-out' kind='plain' onPress={() => ask(true)}>
          退出登录
        </Button>
      )}
      <Dialog
        id='settings-sign-out-dialog'
        open={asking}
        title='退出登录？'
        text={
          waiting > 0
            ? `您有 ${waiting} 个操作待同步，会保存在本机，下次登录后自动提交。`
            : '您在所有设备上的登录都会退出，工时和积分不受影响。'
        }
        confirm='退出'
        busy={busy}
        onConfirm={() => void leave()}
        onCancel={() => ask(false)}
      />
    </Page>
  );
}
