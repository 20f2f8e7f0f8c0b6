import { Text } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { ComplaintShown } from '#shared/complaints';
import { complaintReasons, complaintStates } from '#shared/vocabulary';
import { serverNow } from '../clock';
import { Card } from '../ui/card/card';
import { ListRow } from '../ui/list-row/list-row';
import { Tag } from '../ui/tag/tag';
import { momentWord } from '../words';

type Props = PropsWithChildren<{ complaint: ComplaintShown }>;

/** What was complained of and what was answered; what one can do about it stands below. */
export function ComplaintCard({ complaint, children }: Props) {
  const { complaintId, subject, reason, text, state, at, handledBy, dueAt, answers } = complaint;
  const now = serverNow();
  const late = state === 'open' && dueAt < now;
  return (
    <Card id={`complaint-${complaintId}`} title={subject.title}>
      <ListRow
        title={complaintReasons[reason]}
        note={text}
        below={
          <Tag tone={late ? 'brand' : state === 'open' ? 'sun' : 'leaf'}>
            {late ? '已超过答复期限' : complaintStates[state]}
          </Tag>
        }
      />
      {answers.map((answer) => (
        <ListRow
          key={answer.at}
          title={`${answer.organisationName}的答复`}
          note={`${answer.text}\n${momentWord(answer.at, now)}`}
        />
      ))}
      <Text>
        {state === 'open'
          ? `${momentWord(at, now)} 提交，由${handledBy}在 ${momentWord(dueAt, now)} 前答复`
          : `${momentWord(at, now)} 提交`}
      </Text>
      {children}
    </Card>
  );
}
