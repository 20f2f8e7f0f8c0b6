import { useState } from 'react';
import type { SuspicionShown } from '#shared/suspicions';
import type { SuspicionRule } from '#shared/suspicions.words';
import { suspicionRules, suspicionSubjects, suspicionVerdicts } from '#shared/suspicions.words';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go, goBack } from '../../go';
import { DeskPicker } from '../../recoveries/desk-picker';
import { useDesk } from '../../recoveries/use-desk';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { Tabs } from '../../ui/tabs/tabs';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { lastMonths } from '../months';
import { SeverityTag } from '../severity-tag';

const title = '审计台';
const all = 'all';
const ruleOptions = [
  { value: all, text: '全部线索' },
  ...Object.entries(suspicionRules).map(([value, text]) => ({ value, text })),
];

/** What the rules found in a month, the gravest first; and the way to the sample. */
export default function AuditDesk() {
  const desk = useDesk('auditor', 'admin');
  const { organisationId, signedIn } = desk;
  const months = lastMonths(serverNow());
  const [month, setMonth] = useState(months[0]?.value ?? '');
  const [rule, setRule] = useState(all);
  const found = usePages(
    'GET /organisations/{organisationId}/suspicions',
    organisationId
      ? { organisationId, month, ...(rule !== all && { rule: rule as SuspicionRule }) }
      : undefined,
    (it) => it.suspicions,
  );
  if (!signedIn) {
    return <SignInFirst id='audit-desk' title={title} text='审计员登录后才能查看。' />;
  }
  if (!organisationId) {
    return (
      <Page id='audit-desk' title={title}>
        <Answer of={desk.memberships}>
          {() => (
            <Empty
              title='这里由审计员和管理员查看'
              text='您还没有这样的角色，需要时请联系所在组织的管理员。'
              action={{ text: '返回', onPress: goBack }}
            />
          )}
        </Answer>
      </Page>
    );
  }
  return (
    <Page
      id='audit-desk'
      title={title}
      bottom={
        <Button
          id='to-sample'
          onPress={() => go('/suspicions/sample/index', { organisationId, month })}
        >
          抽查 1% 的工时
        </Button>
      }
    >
      <DeskPicker desk={desk} />
      <Tabs id='desk-month' label='月份' items={months} value={month} onChange={setMonth} />
      <PickerField
        id='desk-rule'
        label='线索'
        kind='option'
        value={rule}
        options={ruleOptions}
        onChange={setRule}
      />
      <Answer of={found} shape='card'>
        {() =>
          found.rows.length === 0 ? (
            <Empty
              title='没有发现可疑的工时'
              text='每天夜里会把前一天的签到、补录和审核放在一起比对，发现的会列在这里。'
            />
          ) : (
            <>
              {found.rows.map((one) => (
                <SuspicionCard key={one.findingId} one={one} organisationId={organisationId} />
              ))}
              <LoadMore
                state={found.tail === 'more' ? 'idle' : found.tail}
                onMore={() => void found.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

type CardProps = { one: SuspicionShown; organisationId: string };

function SuspicionCard({ one, organisationId }: CardProps) {
  const { findingId, subject, signals, judged } = one;
  const name = `${suspicionSubjects[subject.kind]} ${subject.name}`;
  return (
    <Card id={`suspicion-${findingId}`}>
      <ListRow
        title={name}
        note={`${one.organisationName} · ${one.rows} 笔工时`}
        extra={<SeverityTag severity={one.severity} />}
        below={judged && <Tag tone='leaf'>{`已判断：${suspicionVerdicts[judged.verdict]}`}</Tag>}
      />
      {signals.slice(0, 3).map(({ rule, says }) => (
        <ListRow key={rule} title={suspicionRules[rule]} note={says} />
      ))}
      <ListRow
        id={`open-${findingId}`}
        title='查看证据'
        label={`查看${name}的证据`}
        onPress={() => go('/suspicions/show/index', { organisationId, findingId })}
      />
    </Card>
  );
}
