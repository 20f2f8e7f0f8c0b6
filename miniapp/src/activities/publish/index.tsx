import { useRef, useState } from 'react';
import type { Publication } from '#shared/activities';
import type { Membership } from '#shared/volunteers';
import { Answer } from '../../answer/answer';
import { call, sentenceOf } from '../../api';
import { serverNow } from '../../clock';
import { vibrate } from '../../device/vibrate';
import { useDistrict } from '../../district';
import { goBack, goInstead } from '../../go';
import { newRequestId } from '../../ids';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import type { Form, Wrong } from './form';
import { emptyForm, publicationOf, wrongIn } from './form';
import { PlaceFields } from './place-fields';
import { ShiftFields } from './shift-fields';
import { WhatFields } from './what-fields';

/** Publishing an activity with its shifts, for those who organise. */
export default function PublishPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  const memberships = useRoute('GET /me/memberships', signedIn ? {} : undefined);
  if (!signedIn) {
    return <SignInFirst id='publish' title='发布活动' text='活动组织者登录后可以发布活动。' />;
  }
  const organising = 'data' in memberships ? memberships.data.memberships.filter(organises) : [];
  return organising.length > 0 ? (
    <PublishForm organising={organising} />
  ) : (
    <Page id='publish' title='发布活动'>
      <Answer of={memberships}>
        {() => (
          <Empty
            id='publish-none'
            title='您还不是活动组织者'
            text='发布活动需要组织的管理员给您“活动组织者”的角色，请联系所在组织。'
            action={{ text: '返回', onPress: goBack }}
          />
        )}
      </Answer>
    </Page>
  );
}

const organises = ({ roles }: Membership): boolean =>
  roles.includes('organiser') || roles.includes('admin');

function PublishForm({ organising }: { organising: Membership[] }) {
  const district = useDistrict((it) => it.district);
  const [form, setForm] = useState<Form>(() => ({
    ...emptyForm(district, serverNow()),
    organisationId: organising[0]?.organisationId ?? '',
  }));
  const [wrong, setWrong] = useState<Wrong>({});
  const { busy, said, publish } = usePublish();
  const change = (part: Partial<Form>) => {
    setForm((now) => ({ ...now, ...part }));
    setWrong({});
  };
  const send = () => {
    const found = wrongIn(form, serverNow());
    setWrong(found);
    if (Object.keys(found).length === 0) void publish(publicationOf(form));
  };
  const missing = Object.keys(wrong).length;
  return (
    <Page
      id='publish'
      title='发布活动'
      bottom={
        <Button id='publish-submit' busy={busy} busyText='正在发布…' onPress={send}>
          {missing > 0 ? `还有 ${missing} 处要填写` : '发布'}
        </Button>
      }
    >
      {said !== '' && (
        <Banner id='publish-said' tone='error'>
          {said}
        </Banner>
      )}
      <WhatFields form={form} wrong={wrong} organising={organising} onChange={change} />
      <PlaceFields form={form} wrong={wrong} onChange={change} />
      <ShiftFields shifts={form.shifts} wrong={wrong} onChange={(shifts) => change({ shifts })} />
    </Page>
  );
}

/** Sends a publication under one id as long as it stays the same, so that a lost answer publishes nothing twice. */
function usePublish() {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const sent = useRef<{ content: string; requestId: string }>();
  const publish = async (content: Omit<Publication, 'requestId'>) => {
    if (busy) return;
    setBusy(true);
    say('');
    const text = JSON.stringify(content);
    if (sent.current?.content !== text) sent.current = { content: text, requestId: newRequestId() };
    try {
      const request = { ...content, requestId: sent.current.requestId };
      const { activityId } = await call('POST /activities', request);
      vibrate();
      goInstead('/activities/show/index', { activityId });
    } catch (error) {
      say(sentenceOf(error));
    }
    setBusy(false);
  };
  return { busy, said, publish };
}
