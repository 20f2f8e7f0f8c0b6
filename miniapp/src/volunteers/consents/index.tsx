import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Response } from '#shared/api';
import { consentPurposes } from '#shared/vocabulary';
import type { ConsentShown } from '#shared/volunteers';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { useMe } from '../../session';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { momentWord } from '../../words';
import styles from './index.module.scss';
import { consentTexts } from './texts';

/** What one has agreed to: giving and taking back is the same tap at the same place. */
export default function ConsentsPage() {
  const me = useMe();
  if (me.guest) {
    return <SignInFirst id='consents' title='授权管理' text='登录后可以查看和撤回自己的授权。' />;
  }
  return <Signed />;
}

function Signed() {
  const answer = useRoute('GET /me/consents', {});
  const { busy, said, run } = useCommand();
  const [changing, setChanging] = useState<string>();
  const change = (consent: ConsentShown) =>
    run(() => {
      const { purpose, version } = consent;
      setChanging(purpose);
      const wanted = { purpose, given: !holds(consent), version };
      return call('PUT /me/consents', wanted).finally(answer.refresh);
    });
  return (
    <Page id='consents' title='授权管理'>
      {said !== '' && (
        <Banner id='consents-said' tone='error'>
          {said}
        </Banner>
      )}
      <Answer of={answer} shape='card'>
        {(data) => (
          <>
            <Text className={styles.lead}>每一项都可以单独同意或撤回，不影响其他功能。</Text>
            {data.consents.map((consent) => (
              <Consent
                key={consent.purpose}
                consent={consent}
                busy={busy && changing === consent.purpose}
                onChange={() => void change(consent)}
              />
            ))}
            <History words={data.history} />
          </>
        )}
      </Answer>
    </Page>
  );
}

/** These are agreed to by the tap that asks each time, so what was never said can be taken back, too. */
const byTap: Partial<Record<ConsentShown['purpose'], string>> = {
  location: '扫码时由您点选',
  messages: '订阅时由您点选',
};

const holds = ({ purpose, state }: ConsentShown): boolean =>
  state === 'given' || (state === 'unsaid' && byTap[purpose] !== undefined);

type ConsentProps = { consent: ConsentShown; busy: boolean; onChange: () => void };

function Consent({ consent, busy, onChange }: ConsentProps) {
  const { purpose, needed } = consent;
  const { what, after } = consentTexts[purpose];
  const verb = holds(consent) ? '撤回' : '同意';
  return (
    <Card id={`consent-${purpose}`} title={consentPurposes[purpose]}>
      <Text className={styles.text}>{what}</Text>
      <Text className={styles.text}>{after}</Text>
      <View className={styles.row}>
        <State consent={consent} />
        {!needed && (
          <Button
            id={`change-${purpose}`}
            kind='plain'
            size='small'
            label={`${verb}${consentPurposes[purpose]}`}
            busy={busy}
            onPress={onChange}
          >
            {verb}
          </Button>
        )}
      </View>
    </Card>
  );
}

const stateWords = { given: '已同意', withdrawn: '已撤回', unsaid: '还没有表示' } as const;

function State({ consent: { purpose, state, at, olderVersion } }: Pick<ConsentProps, 'consent'>) {
  const word = (state === 'unsaid' && byTap[purpose]) || stateWords[state];
  const when = at === undefined ? '' : ` · ${momentWord(at, serverNow())}`;
  return (
    <View>
      <Tag tone={state === 'given' ? 'leaf' : 'plain'}>{word}</Tag>
      <Text className={styles.state}>{`${when}${olderVersion ? ' · 同意的是旧版说明' : ''}`}</Text>
    </View>
  );
}

function History({ words }: { words: Response<'GET /me/consents'>['history'] }) {
  if (words.length === 0) return null;
  return (
    <Card id='consent-history' title='同意与撤回的记录'>
      {words.map(({ purpose, given, version, at }) => (
        <ListRow
          key={`${purpose} ${at}`}
          title={`${given ? '同意' : '撤回'} ${consentPurposes[purpose]}`}
          note={`${momentWord(at, serverNow())} · 说明版本 ${version}`}
        />
      ))}
    </Card>
  );
}
