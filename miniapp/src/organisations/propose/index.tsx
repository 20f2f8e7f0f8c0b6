import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { OrganisationShown, Proposal } from '#shared/organisations';
import type { District, OrganisationKind } from '#shared/vocabulary';
import { organisationKinds } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { districtOptions } from '../../district';
import { goInstead } from '../../go';
import { newRequestId } from '../../ids';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import type { Facts } from '../facts';
import { FactFields, noFacts, wrongName } from '../facts';
import { Said } from '../said';

/** Proposing an organisation below another one. */
export default function ProposePage() {
  const { organisationId } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const parent = useRoute(
    'GET /organisations/{organisationId}',
    organisationId ? { organisationId } : undefined,
  );
  if (!signedIn) {
    return <SignInFirst id='propose' title='发起组织' text='登录并登记后可以发起组织。' />;
  }
  return 'data' in parent ? (
    <ProposeForm parent={parent.data} />
  ) : (
    <Page id='propose' title='发起组织'>
      <Answer of={parent}>{() => null}</Answer>
    </Page>
  );
}

const cityWide = 'city';

function ProposeForm({ parent }: { parent: OrganisationShown }) {
  const [facts, setFacts] = useState<Facts>(noFacts);
  const [kind, setKind] = useState<OrganisationKind | ''>('');
  const [own, setOwn] = useState<string>(cityWide);
  const [wrong, setWrong] = useState<{ name?: string | undefined; kind?: string | undefined }>({});
  const { busy, said, propose } = usePropose();
  const district = parent.district ?? (own === cityWide ? undefined : (own as District));
  const send = () => {
    const found = { name: wrongName(facts.name), kind: kind ? undefined : '请选择组织类型' };
    setWrong(found);
    if (found.name || kind === '') return;
    const at = { parentId: parent.organisationId, kind, ...(district && { district }) };
    void propose({ ...facts, ...at, name: facts.name.trim() });
  };
  return (
    <Page
      id='propose'
      title='发起组织'
      bottom={
        <Button id='propose-submit' busy={busy} busyText='正在提交…' onPress={send}>
          提交核验
        </Button>
      }
    >
      <Said>{said}</Said>
      <Card>
        <ListRow title='上级组织' note={parent.name} />
        <PickerField
          id='propose-kind'
          label='组织类型'
          kind='option'
          value={kind}
          options={parent.holds.map((one) => ({ value: one, text: organisationKinds[one] }))}
          error={wrong.kind}
          onChange={(value) => setKind(value as OrganisationKind)}
        />
        {parent.district === undefined && (
          <PickerField
            id='propose-district'
            label='服务区域'
            kind='option'
            value={own}
            options={[{ value: cityWide, text: '全市' }, ...districtOptions]}
            onChange={(value) => {
              setOwn(value);
              setFacts({ ...facts, specialities: [] });
            }}
          />
        )}
      </Card>
      <FactFields
        facts={facts}
        district={district}
        wrongName={wrong.name}
        onChange={(part) => setFacts({ ...facts, ...part })}
      />
    </Page>
  );
}

/** Sends a proposal under one id as long as it stays the same, so that a lost answer proposes nothing twice. */
function usePropose() {
  const { busy, said, run } = useCommand();
  const sent = useRef<{ content: string; requestId: string }>();
  const propose = (content: Omit<Proposal, 'requestId'>) =>
    run(async () => {
      const text = JSON.stringify(content);
      if (sent.current?.content !== text) {
        sent.current = { content: text, requestId: newRequestId() };
      }
      const { requestId } = sent.current;
      const { organisationId } = await call('POST /organisations', { ...content, requestId });
      goInstead('/organisations/show/index', { organisationId });
    });
  return { busy, said, propose };
}
