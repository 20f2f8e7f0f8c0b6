import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { typingReasons } from '#shared/hours.words';
import { monthOf, startOfDay } from '#shared/time';
import type { PublicTypedRow } from '#shared/typed-hours';
import type { TypedState } from '#shared/typed-hours.words';
import { typedStates } from '#shared/typed-hours.words';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import type { Tone } from '../../ui/tag/tag';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { dateWord, minutesWord } from '../../words';
import { CapCard, monthWord } from '../cap-card';

const tones: Record<TypedState, Tone> = { typed: 'sun', credited: 'leaf', declined: 'plain' };
const dashed = (month: string): string => `${month.slice(0, 4)}-${month.slice(4)}`;

/** Everything an organisation typed in a month, for anybody to see. */
export default function TypedListPage() {
  const { organisationId } = useRouter().params;
  const current = dashed(monthOf(serverNow()));
  const [month, choose] = useState(current);
  const list = usePages(
    'GET /organisations/{organisationId}/typed-hours/public',
    organisationId ? { organisationId, month: month.replace('-', '') } : undefined,
    (it) => it.rows,
  );
  return (
    <Page id='typed-list' title='补录公示'>
      <PickerField
        {...{ id: 'typed-month', label: '月份', kind: 'month', value: month, onChange: choose }}
        end={current}
        hint='没有扫码的服务，由一人补录、另一人确认，都列在这里'
      />
      <Answer of={list} shape='card'>
        {({ cap, organisationName, month: shown }) => (
          <>
            {cap.capMinutes > 0 && <CapCard cap={cap} />}
            {list.rows.length === 0 ? (
              <Empty
                id='typed-list-none'
                title={`${monthWord(shown)}没有补录`}
                text={`${organisationName}的服务都由扫码记录。`}
              />
            ) : (
              <Card id='typed-rows' title={organisationName}>
                {list.rows.map((row) => (
                  <Row key={row.typedId} row={row} />
                ))}
              </Card>
            )}
            {list.rows.length > 0 && (
              <LoadMore
                state={list.tail === 'more' ? 'idle' : list.tail}
                onMore={() => void list.loadMore()}
              />
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Row({ row }: { row: PublicTypedRow }) {
  const { name, title, servedDay, minutes, reason, state, typistName, approverName } = row;
  const second = approverName === undefined ? '等待另一人审核' : `${approverName} 审核`;
  const what = `${dateWord(startOfDay(servedDay))} ${title}，${typingReasons[reason]}`;
  return (
    <ListRow
      title={`${name} · ${minutesWord(minutes)}`}
      note={`${what}。${typistName} 补录，${second}`}
      extra={<Tag tone={tones[state]}>{typedStates[state]}</Tag>}
    />
  );
}
