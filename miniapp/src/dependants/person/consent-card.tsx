import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Dependant } from '#shared/dependants';
import { call } from '../../api';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { ListRow } from '../../ui/list-row/list-row';
import { Tag } from '../../ui/tag/tag';
import { useCommand } from '../../use-command';
import { Consent } from '../consent';
import { consentTones, consentWords } from '../family-words';
import styles from '../text.module.scss';

export type ConsentCardProps = {
  dependant: Dependant;
  version: string;
  onChanged: () => Promise<void>;
};

/** A guardian's yes for an under-14: given and taken back at the same place, with as many taps. */
export function ConsentCard({ dependant, version, onChanged }: ConsentCardProps) {
  const { volunteerId, consent } = dependant;
  const [asked, ask] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const { busy, said, run } = useCommand();
  if (consent === 'not_needed') return null;
  const given = consent === 'given';
  const speak = () =>
    run(async () => {
      ask(false);
      if (given) await call('DELETE /me/dependants/{volunteerId}/consent', { volunteerId });
      else {
        const request = { volunteerId, consentVersion: version };
        await call('PUT /me/dependants/{volunteerId}/consent', request);
      }
      setAgreed(false);
      await onChanged();
    });
  const confirm = () => (given || agreed ? void speak() : setWrong('请先阅读并同意'));
  return (
    <Card id='dependant-consent' title='监护人同意'>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <ListRow
        title={given ? '可以报名和签到' : '暂时不能报名和签到'}
        extra={<Tag tone={consentTones[consent]}>{consentWords[consent]}</Tag>}
      />
      <View className={styles.above}>
        <Button id='consent-change' kind='plain' busy={busy} onPress={() => ask(true)}>
          {given ? '撤回同意' : '同意孩子参加'}
        </Button>
      </View>
      <Dialog
        id='consent-dialog'
        open={asked}
        title={given ? '撤回同意？' : '同意孩子参加志愿服务？'}
        {...(given && {
          text: '撤回后孩子不能再报名和签到，正在进行的服务可以签退，已有时长保留。',
        })}
        confirm={given ? '撤回' : '同意'}
        onConfirm={confirm}
        onCancel={() => ask(false)}
      >
        {!given && (
          <Consent
            child
            agreed={agreed}
            error={wrong}
            onChange={() => {
              setAgreed(!agreed);
              setWrong(undefined);
            }}
          />
        )}
      </Dialog>
    </Card>
  );
}
