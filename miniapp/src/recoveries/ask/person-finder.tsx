import { useState } from 'react';
import type { PersonFound } from '#shared/recoveries';
import { call } from '../../api';
import { newRequestId } from '../../ids';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { useCommand } from '../../use-command';
import { minutesWord, pointsWord } from '../../words';

type FinderProps = {
  id: string;
  title: string;
  organisationId: string;
  /** Why it is looked, for the audit log. Undefined: it has to be written first, and the page says so. */
  why: () => string | undefined;
  found: PersonFound | undefined;
  onFound: (person: PersonFound | undefined) => void;
};

/** Finds one person by the whole phone number or the whole volunteer number, and shows them masked. */
export function PersonFinder({ id, title, organisationId, why, found, onFound }: FinderProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const { busy, said, run } = useCommand();
  const find = async () => {
    const wanted = wantedIn(typed);
    setError(wanted ? undefined : '请填写完整的 11 位手机号或 12 位志愿者编号');
    const reason = why();
    if (!wanted || reason === undefined) return;
    await run(async () => {
      const request = { organisationId, requestId: newRequestId(), why: reason, ...wanted };
      onFound(await call('POST /organisations/{organisationId}/lookups', request));
    });
  };
  if (found) {
    const { volunteerId, maskedName = '还没有登记', maskedPhone } = found;
    return (
      <Card
        id={`${id}-found`}
        title={title}
        action={{ id: `${id}-again`, text: '换一个人', onPress: () => onFound(undefined) }}
      >
        <ListRow title={maskedName} note={`编号 ${volunteerId}`} extra={maskedPhone} />
        <ListRow
          title='工时和积分'
          extra={`${minutesWord(found.minutes)}，${pointsWord(found.points)}`}
        />
      </Card>
    );
  }
  return (
    <Card title={title}>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <Field
        id={`${id}-who`}
        label='登录手机号或志愿者编号'
        maxLength={12}
        hint='编号在本人的“设置 › 登录方式”里'
        value={typed}
        error={error}
        onChange={(text) => {
          setTyped(text);
          setError(undefined);
        }}
      />
      <Button
        id={`${id}-find`}
        kind='plain'
        busy={busy}
        busyText='正在查找…'
        onPress={() => void find()}
      >
        查找
      </Button>
    </Card>
  );
}

function wantedIn(typed: string): { phone: string } | { volunteerId: string } | undefined {
  const text = typed.trim().toLowerCase();
  if (/^1[3-9]\d{9}$/.test(text)) return { phone: text };
  return /^[0-9a-f]{12}$/.test(text) ? { volunteerId: text } : undefined;
}
