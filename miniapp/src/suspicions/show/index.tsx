import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { EvidenceRow, SuspicionShown } from '#shared/suspicions';
import { suspicionRules, suspicionSubjects } from '#shared/suspicions.words';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { momentWord } from '../../words';
import { EvidenceCard } from '../evidence-card';
import { SeverityTag } from '../severity-tag';
import { Verdict } from './verdict';

const route = 'GET /organisations/{organisationId}/suspicions/{findingId}';

/** One finding: what was seen, the hours behind it with their evidence, and what an auditor came to. */
export default function SuspicionPage() {
  const { organisationId = '', findingId = '' } = useRouter().params;
  const named = { organisationId, findingId };
  const finding = useRoute(route, findingId ? named : undefined);
  return (
    <Page id='suspicion' title='可疑线索'>
      <Answer of={finding} shape='card'>
        {({ suspicion, rows, next }) => (
          <>
            <Seen suspicion={suspicion} />
            <Verdict {...{ ...named, suspicion }} onDone={finding.refresh} />
            {rows.map((row, index) => (
              <EvidenceCard
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never move
                key={index}
                id={`row-${index}`}
                row={row}
              />
            ))}
            {next !== undefined && <MoreRows key={next} {...named} from={next} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Seen({ suspicion }: { suspicion: SuspicionShown }) {
  const { subject, severity, signals, organisationName, rows, foundAt } = suspicion;
  return (
    <Card id='seen' title={`${suspicionSubjects[subject.kind]} ${subject.name}`}>
      <ListRow
        title={organisationName}
        note={`${rows} 笔工时，${momentWord(foundAt, serverNow())} 发现`}
        extra={<SeverityTag severity={severity} />}
      />
      {signals.map(({ rule, says }) => (
        <ListRow key={rule} title={suspicionRules[rule]} note={says} />
      ))}
    </Card>
  );
}

type MoreProps = { organisationId: string; findingId: string; from: number };

/** The rows after the first page, as many as somebody wants to see. */
function MoreRows({ from, ...named }: MoreProps) {
  const [rows, setRows] = useState<EvidenceRow[]>([]);
  const [next, setNext] = useState<number | undefined>(from);
  const { busy, said, run } = useCommand();
  const more = () =>
    run(async () => {
      const page = await call(route, { ...named, from: next });
      setRows([...rows, ...page.rows]);
      setNext(page.next);
    });
  const tail = busy ? 'loading' : said !== '' ? 'failed' : 'idle';
  return (
    <>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never move
        <EvidenceCard key={index} id={`row-${from + index}`} row={row} />
      ))}
      <LoadMore state={next === undefined ? 'end' : tail} onMore={() => void more()} />
    </>
  );
}
