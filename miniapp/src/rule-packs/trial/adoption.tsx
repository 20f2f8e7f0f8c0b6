import { Text } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api';
import { goInstead } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { Field } from '../../ui/field/field';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import styles from '../index.module.scss';
import { fullDateWord } from '../pack-words';

/** Adopting what was tried: by another admin than its author, with a reason, from its first day on. */
export function Adoption(which: { packId: string; version: string }) {
  const answer = useRoute('GET /rule-packs/{packId}/{version}', which);
  const { busy, said, run } = useCommand();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [asked, ask] = useState(false);
  if (!('data' in answer) || answer.data.standing !== 'candidate') return null;
  const { may, mine, pack } = answer.data;
  const why = reason.trim();
  const adopt = () =>
    void run(async () => {
      ask(false);
      await call('POST /rule-packs/{packId}/{version}/adoption', { ...which, reason: why });
      goInstead('/rule-packs/show/index', which);
    });
  if (!may.adopt) {
    const because = mine
      ? '这个版本是您写的，请由另一位管理员采用'
      : '生效日期已到，请改日期写新版本';
    return <Banner tone='info'>{because}</Banner>;
  }
  return (
    <Card title='采用这个版本'>
      {said !== '' && (
        <Banner id='adopt-said' tone='error'>
          {said}
        </Banner>
      )}
      <Text className={styles.text}>
        {`${fullDateWord(pack.validFrom)}起开始的活动，在采用之后发布的按它计算；已发布的活动和已记的工时都不变。`}
      </Text>
      <Field
        id='adopt-reason'
        label='采用的理由'
        maxLength={200}
        hint='会留在操作记录里'
        value={reason}
        error={wrong}
        onChange={(text) => {
          setReason(text);
          setWrong(undefined);
        }}
      />
      <Button id='adopt' busy={busy} onPress={() => (why ? ask(true) : setWrong('请先写明理由'))}>
        采用
      </Button>
      <Dialog
        id='adopt-dialog'
        open={asked}
        title='采用这个版本？'
        text={`“${pack.name}”从 ${fullDateWord(pack.validFrom)} 起生效。采用后不能撤回，只能再写新版本替代。`}
        confirm='采用'
        onConfirm={adopt}
        onCancel={() => ask(false)}
      />
    </Card>
  );
}
