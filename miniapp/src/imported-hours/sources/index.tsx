import { Text } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { newRequestId } from '../../ids';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { dayWord } from '../../words';
import styles from '../index.module.scss';
import { SourceTag } from '../source-tag';

/** The systems whose signed lists the city takes. */
export default function SourcesPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  return signedIn ? (
    <Sources />
  ) : (
    <SignInFirst id='sources' title='时长来源' text='全市的管理员登录后可以登记时长来源。' />
  );
}

function Sources() {
  const answer = useRoute('GET /hour-sources', {});
  return (
    <Page id='sources' title='时长来源'>
      <Card>
        <Text className={styles.text}>
          居民在其他系统已有的时长，由那个系统签名的清单转入。登记来源要两个人：一位管理员登记，另一位核对后确认。
        </Text>
      </Card>
      <Answer of={answer}>
        {({ sources, mayPropose }) => (
          <>
            {sources.length === 0 ? (
              <Empty title='还没有登记来源' />
            ) : (
              <Card id='sources-all' title='登记过的来源'>
                {sources.map(({ sourceId, name, state, proposedAt }) => (
                  <ListRow
                    key={sourceId}
                    id={`source-${sourceId}`}
                    title={name}
                    note={`${dayWord(proposedAt, serverNow())}登记`}
                    extra={<SourceTag state={state} />}
                    onPress={() => go('/imported-hours/source/index', { sourceId })}
                  />
                ))}
              </Card>
            )}
            {mayPropose && <Proposal onDone={answer.refresh} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

/** The line of a public key's PEM file between its first and its last. */
const keyPattern = /^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/;

function Proposal({ onDone }: { onDone: () => Promise<void> }) {
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [wrong, setWrong] = useState<{ name?: string; key?: string }>({});
  const { busy, said, run } = useCommand();
  const requestId = useRef(newRequestId());
  const send = () => {
    const publicKey = key.trim();
    const problems = {
      ...(name.trim() === '' && { name: '请填写系统的名称' }),
      ...(!keyPattern.test(publicKey) && { key: '请粘贴公钥文件中间的一行，以 MCow 开头' }),
    };
    setWrong(problems);
    if (Object.keys(problems).length > 0) return;
    void run(async () => {
      await call('POST /hour-sources', {
        ...{ requestId: requestId.current, name: name.trim(), publicKey },
      });
      requestId.current = newRequestId();
      setName('');
      setKey('');
      await onDone();
    });
  };
  return (
    <Card title='登记新来源'>
      {said !== '' && (
        <Banner id='source-said' tone='error'>
          {said}
        </Banner>
      )}
      <Field
        {...{ id: 'source-name', label: '系统名称', value: name, maxLength: 40 }}
        {...{ onChange: setName, error: wrong.name }}
      />
      <Field
        {...{ id: 'source-key', label: '公钥', value: key, maxLength: 80, multiline: true }}
        {...{ onChange: setKey, error: wrong.key }}
        hint='Ed25519 公钥，请当面或电话与对方核对'
      />
      <Button id='source-send' busy={busy} busyText='正在提交…' onPress={send}>
        登记
      </Button>
    </Card>
  );
}
