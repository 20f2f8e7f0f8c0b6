import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { Response } from '#shared/api';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { a11y } from '../../ui/a11y';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { useCommand } from '../../use-command';
import { momentWord } from '../../words';
import styles from '../parts.module.scss';
import { Said } from '../said';

type Invitation = Response<'POST /organisations/{organisationId}/invitations'>;

/** A code to read out: whoever types it is a member at once. */
export function Invite({ organisationId }: { organisationId: string }) {
  const { busy, said, run } = useCommand();
  const [invitation, show] = useState<Invitation>();
  const issue = () =>
    void run(async () =>
      show(await call('POST /organisations/{organisationId}/invitations', { organisationId })),
    );
  return (
    <Card title='邀请码'>
      <Said>{said}</Said>
      {invitation ? (
        <>
          <Text
            id='invitation-code'
            className={styles.code}
            {...a11y({ label: [...invitation.code].join(' ') })}
          >
            {invitation.code}
          </Text>
          <Text className={styles.text}>
            {`${momentWord(invitation.expiresAt, serverNow())} 前有效，最多 ${invitation.uses} 人使用。只显示这一次，离开后需要换新的。`}
          </Text>
        </>
      ) : (
        <Text className={styles.text}>
          生成一个 8
          位的码，念给要加入的人，或者写在通知里。对方输入后直接成为成员。换新的码后，原来的码立即失效。
        </Text>
      )}
      <Button id='invite' kind={invitation ? 'plain' : 'primary'} busy={busy} onPress={issue}>
        {invitation ? '换一个新的' : '生成邀请码'}
      </Button>
    </Card>
  );
}
