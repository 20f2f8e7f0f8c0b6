import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { Response } from '#shared/api';
import { dayOf } from '#shared/time';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { go, goBack, goInstead } from '../../go';
import { newRequestId } from '../../ids';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { minutesWord } from '../../words';
import styles from '../text.module.scss';

/** Choosing whose records and which days a certificate is about. */
export default function IssuePage() {
  const { forVolunteerId } = useRouter().params;
  const whose = forVolunteerId === undefined ? {} : { forVolunteerId };
  const signedIn = usePerson((it) => it.person !== undefined);
  const sources = useRoute('GET /me/certificate-sources', signedIn ? whose : undefined);
  if (!signedIn) {
    return <SignInFirst id='issue' title='开具证明' text='登录后可以开具服务证明。' />;
  }
  if ('data' in sources && sources.data.sources.length > 0) {
    return <Form key={sources.data.sources.length} answer={sources.data} whose={whose} />;
  }
  return (
    <Page id='issue' title='开具证明'>
      <Answer of={sources}>
        {() => (
          <Empty
            id='issue-none'
            title='还没有可以证明的时长'
            text='参加活动并签退后，时长公示期满就能开具证明。'
            action={{ text: '返回', onPress: goBack }}
          />
        )}
      </Answer>
    </Page>
  );
}

type FormProps = {
  answer: Response<'GET /me/certificate-sources'>;
  whose: { forVolunteerId?: string };
};

const dashed = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
const bare = (date: string): string => date.replace(/-/g, '');

function Form({ answer, whose }: FormProps) {
  const { sources, identity, now } = answer;
  const [organisationId, choose] = useState(sources[0]?.organisationId ?? '');
  const chosen = sources.find((it) => it.organisationId === organisationId);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState(dashed(dayOf(now)));
  const { busy, said, run } = useCommand();
  const wanted = { organisationId, from: bare(from || dashed(chosen?.from ?? dayOf(now))) };
  const request = { ...wanted, until: bare(until), ...whose };
  // The same choice is the same request, also after an answer that never came.
  const asked = useRef({ key: '', requestId: '' });
  const issue = () =>
    void run(async () => {
      const key = JSON.stringify(request);
      if (asked.current.key !== key) asked.current = { key, requestId: newRequestId() };
      const { requestId } = asked.current;
      const { certificateId } = await call('POST /certificates', { requestId, ...request });
      goInstead('/certificates/show/index', { certificateId });
    });
  const options = sources.map((it) => ({ value: it.organisationId, text: it.organisationName }));
  return (
    <Page
      id='issue'
      title='开具证明'
      bottom={
        <Button id='issue-now' busy={busy} busyText='正在开具…' onPress={issue}>
          免费开具
        </Button>
      }
    >
      {said !== '' && (
        <Banner id='said' tone='error'>
          {said}
        </Banner>
      )}
      {identity === undefined && (
        <Banner
          id='issue-identity'
          tone='waiting'
          action={{ text: '去实名', onPress: () => go('/volunteers/real-name/index') }}
        >
          证明上要写明身份，开具前请先完成实名核验
        </Banner>
      )}
      <Card title='由哪个组织证明'>
        <PickerField
          id='issue-organisation'
          kind='option'
          label='记录时长的组织'
          value={organisationId}
          options={options}
          hint='谁组织谁记录，谁记录谁证明，所以一份证明只写一个组织的时长'
          onChange={choose}
        />
        {chosen && (
          <ListRow
            id='issue-minutes'
            title={`可以证明 ${minutesWord(chosen.finalMinutes)}`}
            note={
              chosen.waitingMinutes > 0
                ? `另有 ${minutesWord(chosen.waitingMinutes)}在公示或有争议，暂不写入`
                : '全部公示期满'
            }
          />
        )}
      </Card>
      <Card title='服务期间'>
        <PickerField
          id='issue-from'
          kind='date'
          label='从'
          value={from || dashed(chosen?.from ?? dayOf(now))}
          end={dashed(dayOf(now))}
          onChange={setFrom}
        />
        <PickerField
          id='issue-until'
          kind='date'
          label='到'
          value={until}
          end={dashed(dayOf(now))}
          onChange={setUntil}
        />
        <Text className={styles.text}>内容一样的证明只有一份，重复开具会打开原来那份。</Text>
      </Card>
    </Page>
  );
}
