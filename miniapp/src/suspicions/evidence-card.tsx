import { doubts, typingReasons } from '#shared/hours.words';
import type { EvidenceRow } from '#shared/suspicions';
import { witnessWords } from '#shared/suspicions.words';
import { recordStates } from '#shared/vocabulary';
import { serverNow } from '../clock';
import { Card } from '../ui/card/card';
import { ListRow } from '../ui/list-row/list-row';
import { Tag } from '../ui/tag/tag';
import { minutesWord, momentWord, spanWord } from '../words';

type Props = { id: string; row: EvidenceRow };

/** One service with everything that stands behind it, in the order it happened. */
export function EvidenceCard({ id, row }: Props) {
  const { personName, title, placeName, state, decision } = row;
  const now = serverNow();
  const place = placeName === '' ? '' : `${placeName} · `;
  return (
    <Card id={id} title={`${personName} · ${title}`}>
      <ListRow
        title={row.endsAt > row.startsAt ? spanWord(row, now) : momentWord(row.startsAt, now)}
        note={`${place}${recordStates[state]}`}
      />
      {row.in && <EndRow word='签到' end={row.in} />}
      {row.out && <EndRow word='签退' end={row.out} />}
      {row.doubts.map((doubt) => (
        <ListRow key={doubt} title={doubts[doubt]} extra={<Tag tone='sun'>可疑</Tag>} />
      ))}
      {row.typing && (
        <ListRow
          title={`${row.typing.byName} 补录：${typingReasons[row.typing.reason]}`}
          note={`${momentWord(row.typing.at, now)}\n${row.typing.says}`}
        />
      )}
      {decision && (
        <ListRow
          title={`${decision.byName} 确认`}
          note={`${momentWord(decision.at, now)}\n${decision.says}`}
        />
      )}
      {row.entry && <EntryRow entry={row.entry} />}
    </Card>
  );
}

type End = NonNullable<EvidenceRow['in']>;

function EndRow({ word, end }: { word: string; end: End }) {
  const now = serverNow();
  const by = end.byName === undefined ? '' : ` · ${end.byName}`;
  const late = end.lateAt === undefined ? '' : `\n${momentWord(end.lateAt, now)} 才上传`;
  return (
    <ListRow
      title={`${word} ${momentWord(end.at, now)}`}
      note={`${witnessWords[end.how]}${by}${late}`}
    />
  );
}

function EntryRow({ entry }: { entry: NonNullable<EvidenceRow['entry']> }) {
  const { sequence, grade, rawMinutes, creditedMinutes, pack, hash, at, holds } = entry;
  const kind = grade === 'imported' ? '转入' : `${grade} 级`;
  return (
    <ListRow
      title={`第 ${sequence} 笔 · ${minutesWord(Math.max(0, creditedMinutes))} · ${kind}`}
      note={`实际 ${minutesWord(Math.max(0, rawMinutes))}，按规则包 ${pack}\n${momentWord(at, serverNow())} 入账，指纹 ${hash.slice(0, 12)}`}
      below={
        holds ? (
          <Tag tone='leaf'>与指纹一致</Tag>
        ) : (
          <Tag tone='brand'>与指纹不符，账目可能被改过</Tag>
        )
      }
    />
  );
}
