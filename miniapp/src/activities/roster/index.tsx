import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { RosterRow } from '#shared/activities';
import type { ReadingPurpose } from '#shared/dependants';
import { doubts } from '#shared/hours.words';
import { recordStates } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { go } from '../../go';
import { Minors } from '../../minors/minors';
import { recordTones } from '../../record-tones';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { Tabs } from '../../ui/tabs/tabs';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { PersonSheet } from './person-sheet';
import { noteOf } from './words';

type Order = 'doubtful' | 'listed';
const orders = [
  { value: 'doubtful', text: '存疑在前' },
  { value: 'listed', text: '按名单' },
] as const;

type Line = RosterRow | { withheld: number };

/** Who has signed up, come and left; names are masked. */
export default function RosterPage() {
  const { shiftId } = useRouter().params;
  const [purpose, choose] = useState<ReadingPurpose>();
  const [order, setOrder] = useState<Order>('doubtful');
  const [person, open] = useState<RosterRow>();
  const roster = usePages(
    'GET /shifts/{shiftId}/roster',
    shiftId ? { shiftId, order, ...(purpose && { purpose }) } : undefined,
    // How many minors a page holds back stands among its rows, so that every page counts.
    (it): Line[] => [...it.rows, { withheld: it.withheldMinors }],
  );
  const rows = roster.rows.flatMap((it) => ('withheld' in it ? [] : [it]));
  const withheld = roster.rows.reduce((sum, it) => sum + ('withheld' in it ? it.withheld : 0), 0);
  return (
    <Page id='roster' title='名单'>
      <Tabs id='roster-order' label='排列' items={orders} value={order} onChange={setOrder} />
      <Minors count={withheld} purpose={purpose} onChoose={choose} />
      <Answer of={roster}>
        {() =>
          rows.length + withheld === 0 ? (
            <Empty
              id='roster-none'
              title='还没有人报名'
              text='有人报名或现场签到后会出现在这里。'
            />
          ) : (
            <>
              {rows.length > 0 && <Rows rows={rows} onChoose={open} />}
              {(rows.length > 0 || roster.tail !== 'end') && (
                <LoadMore
                  state={roster.tail === 'more' ? 'idle' : roster.tail}
                  onMore={() => void roster.loadMore()}
                />
              )}
            </>
          )
        }
      </Answer>
      {shiftId && person && (
        <PersonSheet
          shiftId={shiftId}
          row={person}
          onClose={() => open(undefined)}
          onDone={async () => {
            open(undefined);
            await roster.refresh();
          }}
        />
      )}
      {roster.state !== 'refused' && (
        <Card>
          <ListRow
            id='roster-type'
            title='补录没能扫码的人'
            note='活动结束后可用，由另一人审核并公示'
            onPress={() => go('/typed-hours/type/index', { shiftId })}
          />
        </Card>
      )}
    </Page>
  );
}

type RowsProps = { rows: RosterRow[]; onChoose: (row: RosterRow) => void };

function Rows({ rows, onChoose }: RowsProps) {
  return (
    <Card>
      {rows.map((row) => (
        <ListRow
          key={row.volunteerId}
          id={`person-${row.volunteerId}`}
          title={row.maskedName}
          note={noteOf(row)}
          below={row.doubts.length > 0 && <Tag tone='sun'>{doubtWord(row)}</Tag>}
          extra={<Tag tone={recordTones[row.state]}>{recordStates[row.state]}</Tag>}
          {...((row.doubts.length > 0 || row.state === 'checked_in') && {
            onPress: () => onChoose(row),
          })}
        />
      ))}
    </Card>
  );
}

/** The gravest doubt in words, and how many more there are. */
function doubtWord({ doubts: [first, ...rest] }: RosterRow): string {
  const word = first === undefined ? '' : doubts[first];
  return rest.length === 0 ? word : `${word}，另有 ${rest.length} 项`;
}
