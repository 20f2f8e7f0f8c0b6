import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Response } from '#shared/api';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { a11y } from '../../ui/a11y';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { momentWord } from '../../words';
import { codeWord } from '../family-words';
import styles from '../text.module.scss';

type Code = Response<'POST /me/link-codes'>;

const texts = {
  guardian: {
    title: '让监护人关联',
    text: '请监护人在自己的手机上打开“我的 · 我的家人 · 输入监护人代码”，输入下面的代码。只告诉您信任的家人。',
  },
  handover: {
    title: '交给本人的账号',
    text: '请本人在自己的手机上登录，在登记页选择“家人替我登记过”，输入下面的代码。之后由本人自己登录，编号和时长不变。只告诉本人。',
  },
} as const;

/** The code that one phone shows and another one types. A new one ends the one before. */
export default function CodePage() {
  const { purpose: asked, volunteerId } = useRouter().params;
  const purpose = asked === 'handover' ? 'handover' : 'guardian';
  const signedIn = usePerson((it) => it.person !== undefined);
  const [shown, show] = useState<Code>();
  const { busy, said, run } = useCommand();
  const { title, text } = texts[purpose];
  const make = () =>
    run(async () => {
      const forWhom = volunteerId === undefined ? {} : { forVolunteerId: volunteerId };
      show(await call('POST /me/link-codes', { purpose, ...forWhom }));
    });
  if (!signedIn) return <SignInFirst id='link-code' title='关联代码' text='登录后可以出示代码。' />;
  return (
    <Page id='link-code' title='关联代码'>
      {said !== '' && (
        <Banner id='link-code-said' tone='error'>
          {said}
        </Banner>
      )}
      <Card title={title}>
        <Text className={styles.text}>{text}</Text>
        {shown && (
          <>
            <Text
              id='link-code-shown'
              className={styles.code}
              {...a11y({ role: 'status', live: 'polite', label: shown.code.split('').join(' ') })}
            >
              {codeWord(shown.code)}
            </Text>
            <Text className={styles.text}>
              {`${momentWord(shown.usableUntil, serverNow())} 前有效，只能用一次`}
            </Text>
          </>
        )}
        <Button
          id='link-code-make'
          kind={shown ? 'plain' : 'primary'}
          busy={busy}
          onPress={() => void make()}
        >
          {shown ? '换一个代码' : '生成代码'}
        </Button>
      </Card>
    </Page>
  );
}
