import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { RosterRow } from '#shared/activities';
import type { ReadingPurpose } from '#shared/dependants';
import { clockOf } from '#shared/time';
import type { RecordState } from '#shared/vocabulary';
import { absenceReasons, recordStates } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { Minors } from '../../minors/minors';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import type { Tone } from '../../ui/tag/tag';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { minutesWord } from '../../words';

const tones: Record<RecordState, Tone> = {
  signed_up: 'sea',
  withdrawn: 'plain',
  checked_in: 'sun',
  credited: 'leaf',
  waiting: 'sun',
  asked: 'sun',
  no_show: 'plain',
};

type Line = RosterRow | { withheld: number };

/** Who has signed up, come and left; names are masked. */
export default function RosterPage() {
  const { shiftId } = useRouter().params;
  const [purpose, choose] = useState<ReadingPurpose>();
  const roster = usePages(
    'GET /shifts/{shiftId}/roster',
    shiftId ? { shiftId, ...(purpose && { purpose }) } : undefined,
    // How many minors a page holds back stands among its rows, so that every page counts.
    (it): Line[] => [...it.rows, { withheld: it.withheldMinors }],
  );
  const rows = roster.rows.flatMap((it) => ('withheld' in it ? [] : [it]));
  const withheld = roster.rows.reduce((sum, it) => sum + ('withheld' in it ? it.withheld : 0), 0);
  return (
    <Page id='roster' title='名单'>
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
              {rows.length > 0 && <Rows rows={rows} />}
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
    </Page>
  );
}

function Rows({ rows }: { rows: RosterRow[] }) {
  return (
    <Card>
      {rows.map((row) => (
        <ListRow
          key={row.volunteerId}
          title={row.maskedName}
          note={noteOf(row)}
          extra={<Tag tone={tones[row.state]}>{recordStates[row.state]}</Tag>}
        />
      ))}
    </Card>
  );
}

function noteOf({ inAt, outAt, creditedMinutes, walkIn, absence }: RosterRow): string {
  return [
    walkIn ? '现场报名' : '',
    absence === undefined ? '' : absenceReasons[absence],
    inAt === undefined ? '' : `${clockOf(inAt)} 签到`,
    outAt === undefined ? '' : `${clockOf(outAt)} 签退`,
    creditedMinutes === undefined ? '' : minutesWord(creditedMinutes),
  ]
    .filter(Boolean)
    .join(' · ');
}
