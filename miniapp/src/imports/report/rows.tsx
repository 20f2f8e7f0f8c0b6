import type { ImportRow } from '#shared/imports';
import type { ImportOutcome } from '#shared/imports.words';
import { importOutcomes } from '#shared/imports.words';
import { Answer } from '../../answer/answer';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import type { Tone } from '../../ui/tag/tag';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';

export type RowsProps = {
  which: { organisationId: string; importId: string };
  /** Absent: all of them. */
  outcome: ImportOutcome | undefined;
  onAll: () => void;
};

/** Green went well, blue waits for the person, amber wants a look; the words say it, too. */
const tones: Record<ImportOutcome, Tone> = {
  pending: 'plain',
  invited: 'leaf',
  joined: 'leaf',
  awaited: 'sea',
  already_member: 'plain',
  already_invited: 'plain',
  own_row: 'plain',
  declined: 'sun',
  name_differs: 'sun',
  bad_name: 'sun',
  bad_phone: 'sun',
  duplicate: 'sun',
  typed: 'leaf',
  can_type: 'leaf',
  has_record: 'plain',
  no_member: 'sun',
  unfit_person: 'sun',
  bad_time: 'sun',
  overlap: 'sun',
  cap_reached: 'sun',
  shift_closed: 'sun',
};

/** The rows as they stand in the sheet, masked. */
export function Rows({ which, outcome, onAll }: RowsProps) {
  const rows = usePages(
    'GET /organisations/{organisationId}/imports/{importId}/rows',
    { ...which, outcome, limit: 50 },
    (it) => it.rows,
  );
  return (
    <Answer of={rows}>
      {() =>
        rows.rows.length === 0 ? (
          <Empty
            id='import-rows-none'
            title='没有这样的行'
            action={{ text: '看全部', onPress: onAll }}
          />
        ) : (
          <>
            <Card
              id='import-rows'
              title={outcome ? importOutcomes[outcome] : '全部行'}
              {...(outcome && { action: { id: 'import-all', text: '看全部', onPress: onAll } })}
            >
              {rows.rows.map((row) => (
                <Row key={row.row} row={row} />
              ))}
            </Card>
            <LoadMore
              state={rows.tail === 'more' ? 'idle' : rows.tail}
              onMore={() => void rows.loadMore()}
            />
          </>
        )
      }
    </Answer>
  );
}

const Row = ({ row }: { row: ImportRow }) => (
  <ListRow
    title={row.maskedName}
    note={`第 ${row.row} 行 · ${row.maskedPhone}`}
    below={<Tag tone={tones[row.outcome]}>{importOutcomes[row.outcome]}</Tag>}
  />
);
