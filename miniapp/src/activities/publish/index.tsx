import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { ActivityShown } from '#shared/activities';
import type { Category } from '#shared/vocabulary';
import type { Membership } from '#shared/volunteers';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { scrollTo } from '../../device/scroll-to';
import { useDistrict } from '../../district';
import { goBack } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { ConditionFields, SafetyFields } from './condition-fields';
import type { Form, Wrong } from './form';
import { emptyForm, wrongIn } from './form';
import { draftOf, formOf } from './form-draft';
import { PlaceFields } from './place-fields';
import { RepeatFields } from './repeat-fields';
import { ShiftFields } from './shift-fields';
import { filledBy } from './templates';
import { useDrafting } from './use-drafting';
import { WhatFields } from './what-fields';

/** Drafting an activity with its shifts, or writing a draft anew, for those who organise. */
export default function PublishPage() {
  const { activityId } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  if (!signedIn) {
    return <SignInFirst id='publish' title='发布活动' text='活动组织者登录后可以发布活动。' />;
  }
  return activityId ? <Editing activityId={activityId} /> : <Drafting />;
}

function Drafting() {
  const memberships = useRoute('GET /me/memberships', {});
  const district = useDistrict((it) => it.district);
  const organising = 'data' in memberships ? memberships.data.memberships.filter(organises) : [];
  const first = organising[0];
  if (first) {
    const begun = { ...emptyForm(district, serverNow()), organisationId: first.organisationId };
    return <DraftForm organising={organising} begun={begun} />;
  }
  return (
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

function Editing({ activityId }: { activityId: string }) {
  const activity = useRoute('GET /activities/{activityId}', { activityId });
  // What is being typed is not to be replaced by an answer that comes later.
  const [begun, begin] = useState<ActivityShown>();
  const fresh = activity.state === 'ready' ? activity.data : undefined;
  if (!begun && fresh?.staff && fresh.state === 'draft') begin(fresh);
  if (begun) return <DraftForm organising={[]} begun={formOf(begun)} draft={begun} />;
  return (
    <Page id='publish' title='修改草稿'>
      <Answer of={activity} shape='card'>
        {() => (
          <Empty
            id='publish-closed'
            title='现在不能修改'
            text='只有草稿和退回的活动可以修改；审核中的请等审核人处理。'
            action={{ text: '返回', onPress: goBack }}
          />
        )}
      </Answer>
    </Page>
  );
}

type DraftFormProps = { organising: Membership[]; begun: Form; draft?: ActivityShown };

function DraftForm({ organising, begun, draft }: DraftFormProps) {
  const [form, setForm] = useState(begun);
  const [wrong, setWrong] = useState<Wrong>({});
  const { busy, said, run } = useDrafting(
    draft?.staff && { activityId: draft.activityId, version: draft.staff.version },
  );
  const change = (part: Partial<Form>) => {
    setForm((now) => withTemplate({ ...now, ...part }, part.category));
    setWrong({});
  };
  const send = (what: 'keep' | 'hand_in') => {
    const found = wrongIn(form, { now: serverNow(), handingIn: what === 'hand_in' });
    setWrong(found);
    if (Object.keys(found).length === 0) void run(what, draftOf(form));
  };
  // Only after it was sent: typing clears what is wrong.
  useEffect(() => {
    const [first] = Object.keys(wrong);
    if (first !== undefined) scrollTo(`${first}-error`);
  }, [wrong]);
  const missing = Object.keys(wrong).length;
  const { returned } = draft?.staff ?? {};
  return (
    <Page
      id='publish'
      title={draft ? '修改草稿' : '发布活动'}
      bottom={
        <Button
          id='publish-submit'
          busy={busy === 'hand_in'}
          busyText='正在提交…'
          disabled={busy === 'keep'}
          onPress={() => send('hand_in')}
        >
          {missing > 0 ? `还有 ${missing} 处要填写` : '提交审核'}
        </Button>
      }
    >
      {returned && (
        <Banner id='publish-returned' tone='waiting'>{`退回原因：${returned.reason}`}</Banner>
      )}
      {said !== '' && (
        <Banner id='publish-said' tone='error'>
          {said}
        </Banner>
      )}
      <WhatFields form={form} wrong={wrong} organising={organising} onChange={change} />
      <PlaceFields form={form} wrong={wrong} onChange={change} />
      <ShiftFields shifts={form.shifts} wrong={wrong} onChange={(shifts) => change({ shifts })} />
      <RepeatFields form={form} onChange={change} />
      <ConditionFields form={form} wrong={wrong} onChange={change} />
      <SafetyFields form={form} wrong={wrong} onChange={change} />
      <Button
        id='publish-keep'
        kind='plain'
        busy={busy === 'keep'}
        busyText='正在保存…'
        disabled={busy === 'hand_in'}
        onPress={() => send('keep')}
      >
        保存草稿
      </Button>
    </Page>
  );
}

/** A category that was just chosen brings its usual words where nothing else was typed. */
function withTemplate(form: Form, chosen: string | undefined): Form {
  return chosen ? { ...form, ...filledBy(chosen as Category, form) } : form;
}
