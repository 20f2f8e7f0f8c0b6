import type { TypedCap } from '#shared/typed-hours';
import { Card } from '../ui/card/card';
import { Figure } from '../ui/figure/figure';
import { ListRow } from '../ui/list-row/list-row';
import { minutesWord, timeParts } from '../words';

/** 2026年11月, for `202611`. */
export const monthWord = (month: string): string =>
  `${month.slice(0, 4)}年${Number(month.slice(4))}月`;

/** How much of a month may still be typed, and what an auditor granted on top. */
export function CapCard({ cap }: { cap: TypedCap }) {
  const { month, capMinutes, leftMinutes, allowanceMinutes, allowanceLeftMinutes } = cap;
  return (
    <Card id='typed-cap'>
      <Figure
        id='typed-left'
        label={`${monthWord(month)}还可补录`}
        parts={timeParts(leftMinutes)}
        tone={leftMinutes === 0 ? 'sun' : 'plain'}
      />
      <ListRow
        title={`本月上限 ${minutesWord(capMinutes)}`}
        note='按上月扫码服务的时长定，超过就不能再补录'
      />
      {allowanceMinutes > 0 && (
        <ListRow
          title={`应急额度 ${minutesWord(allowanceMinutes)}，还剩 ${minutesWord(allowanceLeftMinutes)}`}
          note='由审计员批准，只用于应急任务'
        />
      )}
    </Card>
  );
}
