import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { RegisteredCertificate } from '#shared/certificates';
import type { RevocationReason } from '#shared/certificates.words';
import { certificateStates, revocationReasons } from '#shared/certificates.words';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { go } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { Sheet } from '../../ui/sheet/sheet';
import { Tag } from '../../ui/tag/tag';
import { useCommand } from '../../use-command';
import { usePages } from '../../use-route';
import { minutesWord } from '../../words';
import styles from '../text.module.scss';
import { periodText, sumOf } from '../words';

/** What was issued on an organisation's records; whoever answers for it ends one here. */
export default function RegisterPage() {
  const { organisationId } = useRouter().params;
  const found = usePages(
    'GET /organisations/{organisationId}/certificates',
    organisationId ? { organisationId } : undefined,
    (it) => it.certificates,
  );
  const [chosen, choose] = useState<RegisteredCertificate>();
  const may = 'data' in found ? found.data.may : undefined;
  return (
    <Page id='register' title='证明登记簿'>
      {may?.change && (
        <Card>
          <ListRow
            id='register-issuer'
            title='证明负责人'
            note='单位负责人、经办人和联系电话，登记后志愿者才能开具证明'
            onPress={() => go('/certificates/issuer/index', { organisationId })}
          />
        </Card>
      )}
      <Answer of={found}>
        {() =>
          found.rows.length === 0 ? (
            <Empty id='register-none' title='还没有开具过证明' text='志愿者开具后会登记在这里。' />
          ) : (
            <>
              <Card>
                {found.rows.map((one) => (
                  <Row key={one.certificateId} it={one} onPress={() => choose(one)} />
                ))}
              </Card>
              <LoadMore
                state={found.tail === 'more' ? 'idle' : found.tail}
                onMore={() => void found.loadMore()}
              />
            </>
          )
        }
      </Answer>
      {may?.revoke && chosen && (
        <Revoking
          key={chosen.certificateId}
          it={chosen}
          onClose={() => choose(undefined)}
          onDone={async () => {
            choose(undefined);
            await found.refresh();
          }}
        />
      )}
    </Page>
  );
}

function Row({ it, onPress }: { it: RegisteredCertificate; onPress: () => void }) {
  const { certificateId, maskedName, number, state, minutes } = it;
  const open = state === 'issued' ? { onPress } : {};
  return (
    <ListRow
      id={`registered-${certificateId}`}
      title={`${maskedName} · ${number}`}
      note={periodText(it)}
      extra={<Text>{minutesWord(sumOf(minutes))}</Text>}
      below={<Tag tone={state === 'issued' ? 'leaf' : 'plain'}>{certificateStates[state]}</Tag>}
      {...open}
    />
  );
}

type RevokingProps = {
  it: RegisteredCertificate;
  onClose: () => void;
  onDone: () => Promise<void>;
};

const options = Object.entries(revocationReasons).map(([value, text]) => ({ value, text }));

function Revoking({ it, onClose, onDone }: RevokingProps) {
  const [reason, setReason] = useState<RevocationReason>('hours');
  const [why, setWhy] = useState('');
  const [wrong, setWrong] = useState<string>();
  const { busy, said, run } = useCommand();
  const revoke = () => {
    setWrong(why.trim() ? undefined : '请写明吊销的依据');
    if (!why.trim()) return;
    void run(async () => {
      const { certificateId } = it;
      const told = { certificateId, reason, why: why.trim() };
      await call('POST /certificates/{certificateId}/revocation', told);
      await onDone();
    });
  };
  return (
    <Sheet id='revoking' open title={`吊销 ${it.number}`} onClose={onClose} closeText='不吊销'>
      {said !== '' && (
        <Banner id='said' tone='error'>
          {said}
        </Banner>
      )}
      <Text className={styles.text}>
        吊销后不能恢复，编号会公布在吊销名单里，志愿者会收到通知。
      </Text>
      <PickerField
        id='revoking-reason'
        kind='option'
        label='公布的原因'
        value={reason}
        options={options}
        onChange={(value) => setReason(value as RevocationReason)}
      />
      <Field
        id='revoking-why'
        label='依据'
        hint='只留在操作记录里'
        maxLength={200}
        value={why}
        {...(wrong !== undefined && { error: wrong })}
        onChange={setWhy}
      />
      <Button id='revoke' busy={busy} onPress={revoke}>
        吊销这份证明
      </Button>
    </Sheet>
  );
}
