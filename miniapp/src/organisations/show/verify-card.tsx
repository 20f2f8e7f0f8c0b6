import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { useCommand } from '../../use-command';
import styles from '../parts.module.scss';
import { Said } from '../said';

export type VerifyCardProps = { organisationId: string; onDecided: () => Promise<void> };

/** Verifying a proposal, or rejecting it with a reason. */
export function VerifyCard({ organisationId, onDecided }: VerifyCardProps) {
  const { busy, said, run } = useCommand();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const decide = (decision: 'approve' | 'reject') => {
    const why = reason.trim();
    if (decision === 'reject' && why === '') return setWrong('不通过时请写明原因');
    return void run(async () => {
      await call('PUT /organisations/{organisationId}/decision', {
        ...{ organisationId, decision },
        ...(why !== '' && { reason: why }),
      });
      await onDecided();
    });
  };
  return (
    <Card id='verify' title='核验'>
      <Text className={styles.text}>请核实组织真实存在、名称规范、发起人身份属实。</Text>
      <Said>{said}</Said>
      <Field
        id='verify-reason'
        label='意见'
        multiline
        maxLength={200}
        hint='会告诉发起人，并留在操作记录里'
        value={reason}
        error={wrong}
        onChange={(text) => {
          setReason(text);
          setWrong(undefined);
        }}
      />
      <View className={styles.pair}>
        <View className={styles.half}>
          <Button id='reject' kind='plain' disabled={busy} onPress={() => decide('reject')}>
            不通过
          </Button>
        </View>
        <View className={styles.half}>
          <Button id='approve' busy={busy} onPress={() => decide('approve')}>
            通过核验
          </Button>
        </View>
      </View>
    </Card>
  );
}
