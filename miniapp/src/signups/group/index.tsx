import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { GroupRow } from '#shared/signups';
import type { Membership } from '#shared/volunteers';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { goBack } from '../../go';
import { newRequestId } from '../../ids';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { obstacleIn, readList } from './list';
import { Report } from './report';

/** Whoever organises for an organisation brings its people to a shift: each of them confirms for themself. */
export default function GroupPage() {
  const { shiftId = '' } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const memberships = useRoute('GET /me/memberships', signedIn ? {} : undefined);
  if (!signedIn) {
    return (
      <SignInFirst id='group' title='带队报名' text='组织者登录后可以为本组织的成员留名额。' />
    );
  }
  return (
    <Page id='group' title='带队报名'>
      <Answer of={memberships}>
        {({ memberships: all }) => {
          const organising = all.filter(organises);
          return organising.length === 0 ? (
            <Empty
              id='group-none'
              title='您还不是活动组织者'
              text='带队报名需要组织的管理员给您“活动组织者”的角色。'
              action={{ text: '返回', onPress: goBack }}
            />
          ) : (
            <GroupForm shiftId={shiftId} organising={organising} />
          );
        }}
      </Answer>
    </Page>
  );
}

const organises = ({ roles }: Membership): boolean =>
  roles.includes('organiser') || roles.includes('admin');

function GroupForm({ shiftId, organising }: { shiftId: string; organising: Membership[] }) {
  const [organisationId, choose] = useState(organising[0]?.organisationId ?? '');
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [rows, setRows] = useState<GroupRow[]>();
  const { busy, said, run } = useCommand();
  // The same list keeps its id, so that sending it again brings nobody twice.
  const request = useRef({ of: '', requestId: '' });
  const listed = readList(text);

  const send = () => {
    const wrong = obstacleIn(listed);
    setError(wrong);
    if (wrong) return;
    const of = JSON.stringify([organisationId, listed.people]);
    if (request.current.of !== of) request.current = { of, requestId: newRequestId() };
    const { requestId } = request.current;
    void run(async () => {
      const wanted = { shiftId, requestId, organisationId, people: listed.people };
      setRows((await call('POST /shifts/{shiftId}/group', wanted)).rows);
    });
  };

  if (rows) return <Report rows={rows} onMore={() => setRows(undefined)} />;
  return (
    <>
      {said !== '' && (
        <Banner id='group-said' tone='error'>
          {said}
        </Banner>
      )}
      <Card title='怎么带队报名'>
        <Text>
          填好名单后，本组织的成员会收到通知并各留一个名额，两天内由本人确认才算报名。名额不够时按名单顺序。不在本组织的人不会被记录。
        </Text>
      </Card>
      {organising.length > 1 && (
        <PickerField
          id='group-organisation'
          label='代表哪个组织'
          kind='option'
          value={organisationId}
          options={organising.map((it) => ({
            value: it.organisationId,
            text: it.organisationName,
          }))}
          onChange={choose}
        />
      )}
      <Field
        id='group-list'
        label='名单'
        multiline
        maxLength={2_000}
        placeholder={'每行一个人，例如：\n李雷 13800000000'}
        hint={`已认出 ${listed.people.length} 人，一次最多 50 人`}
        value={text}
        error={error}
        onChange={(value) => {
          setText(value);
          setError(undefined);
        }}
      />
      <Button id='group-send' busy={busy} busyText='正在留名额…' onPress={send}>
        为他们留名额
      </Button>
    </>
  );
}
