import { useState } from 'react';
import { call, Refused } from '../../api';
import { enter } from '../../entry';
import { go } from '../../go';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { Result } from '../../ui/result/result';
import { useCommand } from '../../use-command';
import { Said } from '../said';

type Joined = { organisationId: string; organisationName: string };

/** Joining by the code that somebody of the organisation reads out or writes down. */
export default function JoinPage() {
  const { busy, said, run } = useCommand();
  const [code, setCode] = useState('');
  const [joined, setJoined] = useState<Joined>();
  const [wrong, setWrong] = useState<string>();
  const send = () => {
    const bare = code.toUpperCase().replace(/[\s-]/g, '');
    // Letters that are easily taken for each other are in no code.
    if (!/^[2-9A-HJKMNP-TV-Z]{8}$/.test(bare)) return setWrong('邀请码是 8 位字母和数字');
    return void run(async () => {
      const entry = await enter();
      if (entry.status === 'away') return;
      if (entry.status === 'failed') throw new Refused('busy', 503, entry.reason);
      setJoined(await call('POST /me/memberships', { code: bare }));
    });
  };
  if (joined) {
    const { organisationId, organisationName } = joined;
    return (
      <Page id='join-page' title='用邀请码加入'>
        <Result
          id='joined'
          tone='done'
          headline='已加入'
          text={organisationName}
          actions={[
            {
              text: '看看这个组织',
              onPress: () => go('/organisations/show/index', { organisationId }),
            },
          ]}
        />
      </Page>
    );
  }
  return (
    <Page
      id='join-page'
      title='用邀请码加入'
      bottom={
        <Button id='join-submit' busy={busy} busyText='正在加入…' onPress={send}>
          加入
        </Button>
      }
    >
      <Said>{said}</Said>
      <Card>
        <Field
          id='join-code'
          label='邀请码'
          placeholder='例如 K7MP-4XQR'
          hint='向组织的管理员或活动组织者要，24 小时内有效'
          maxLength={12}
          value={code}
          error={wrong}
          onChange={(text) => {
            setCode(text);
            setWrong(undefined);
          }}
        />
      </Card>
    </Page>
  );
}
