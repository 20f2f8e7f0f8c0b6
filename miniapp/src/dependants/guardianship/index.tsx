import { useState } from 'react';
import type { Response } from '#shared/api';
import { call } from '../../api';
import { goInstead } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { Consent } from '../consent';
import { typedCode } from '../family-words';

type Preview = Response<'POST /guardianships/preview'> & { code: string };

/** A guardian types the child's code, reads what it means, and says yes. Nothing is agreed to before that. */
export default function GuardianshipPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  const [preview, show] = useState<Preview>();
  if (!signedIn) {
    return <SignInFirst id='guardianship' title='监护人同意' text='登录后可以输入代码。' />;
  }
  return (
    <Page id='guardianship' title='监护人同意'>
      {preview ? (
        <Agreement preview={preview} onBack={() => show(undefined)} />
      ) : (
        <CodeForm onFound={show} />
      )}
    </Page>
  );
}

function CodeForm({ onFound }: { onFound: (preview: Preview) => void }) {
  const [typed, type] = useState('');
  const [wrong, setWrong] = useState<string>();
  const { busy, said, run } = useCommand();
  const look = () => {
    const code = typedCode(typed);
    setWrong(code ? undefined : '代码是 8 位字母和数字，请对照着再输一次');
    if (!code) return;
    void run(async () =>
      onFound({ ...(await call('POST /guardianships/preview', { code })), code }),
    );
  };
  return (
    <>
      {said !== '' && (
        <Banner id='guardianship-said' tone='error'>
          {said}
        </Banner>
      )}
      <Field
        id='guardianship-code'
        label='代码'
        maxLength={12}
        hint='孩子或家人手机上显示的 8 位代码，不分大小写'
        value={typed}
        error={wrong}
        onChange={(value) => {
          type(value);
          setWrong(undefined);
        }}
      />
      <Button id='guardianship-look' busy={busy} busyText='正在查找…' onPress={look}>
        下一步
      </Button>
    </>
  );
}

function Agreement({ preview, onBack }: { preview: Preview; onBack: () => void }) {
  const { maskedName, age, code, consentVersion } = preview;
  const [agreed, setAgreed] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const { busy, said, run } = useCommand();
  const child = age < 18;
  const agree = () => {
    setWrong(agreed ? undefined : '请先阅读并同意');
    if (!agreed) return;
    void run(async () => {
      const { volunteerId } = await call('POST /guardianships', { code, consentVersion });
      goInstead('/dependants/person/index', { volunteerId });
    });
  };
  return (
    <>
      {said !== '' && (
        <Banner id='guardianship-said' tone='error'>
          {said}
        </Banner>
      )}
      <Card id='guardianship-who'>
        <ListRow title={maskedName} note={`${age} 岁`} />
      </Card>
      <Card title={child ? '监护人同意书' : '代为照顾说明'}>
        <Consent
          child={child}
          agreed={agreed}
          error={wrong}
          onChange={() => {
            setAgreed(!agreed);
            setWrong(undefined);
          }}
        />
      </Card>
      <Button id='guardianship-agree' busy={busy} busyText='正在提交…' onPress={agree}>
        {child ? '同意，我是监护人' : '同意，一起照顾'}
      </Button>
      <Button id='guardianship-back' kind='quiet' onPress={onBack}>
        不是这位，重新输入
      </Button>
    </>
  );
}
