import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { SampleRow } from '#shared/suspicions';
import { sampleResults } from '#shared/suspicions.words';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { Tabs } from '../../ui/tabs/tabs';
import { Tag } from '../../ui/tag/tag';
import { useCommand } from '../../use-command';
import { countWord, minutesWord, momentWord } from '../../words';
import { lastMonths } from '../months';

type Drawn = { seed: string; month: string; rows: SampleRow[]; looked: number; cursor?: string };

/** A press looks on until there is something to show; a large city takes several. */
const callsPerPress = 40;

/** One in a hundred of a month's hours, drawn by a seed that anybody can repeat. */
export default function SamplePage() {
  const { organisationId = '', month: asked } = useRouter().params;
  const months = lastMonths(serverNow());
  const [month, setMonth] = useState(asked ?? months[0]?.value ?? '');
  const [seed, setSeed] = useState('');
  const [error, setError] = useState<string>();
  const [drawn, setDrawn] = useState<Drawn>();
  const { busy, said, run } = useCommand();
  const draw = (known: Drawn) =>
    run(async () => {
      let now = known;
      for (let i = 0; i < callsPerPress && now.rows.length === known.rows.length; i++) {
        now = await drawOn(organisationId, now);
        setDrawn(now);
        if (now.cursor === undefined) return;
      }
    });
  const begin = () => {
    const missing = seed.trim() === '' ? '请填一个种子，例如会议当场掷出的数字' : undefined;
    setError(missing);
    if (!missing) void draw({ seed: seed.trim(), month, rows: [], looked: 0 });
  };
  return (
    <Page id='sample' title='抽查 1%'>
      <Tabs id='sample-month' label='月份' items={months} value={month} onChange={setMonth} />
      <Field
        id='sample-seed'
        label='种子'
        hint='同一个种子抽出同样的工时，别人可以重抽核对'
        maxLength={40}
        value={seed}
        error={error}
        onChange={setSeed}
      />
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <Button id='sample-draw' busy={busy} busyText='正在抽取…' onPress={begin}>
        抽取
      </Button>
      {drawn && <DrawnRows {...{ drawn, organisationId, busy }} onMore={() => void draw(drawn)} />}
    </Page>
  );
}

async function drawOn(organisationId: string, known: Drawn): Promise<Drawn> {
  const { seed, month, cursor } = known;
  const page = await call('GET /organisations/{organisationId}/sample', {
    ...{ organisationId, month, seed },
    ...(cursor !== undefined && { cursor }),
  });
  return {
    ...{ seed, month, rows: [...known.rows, ...page.rows], looked: known.looked + page.looked },
    ...(page.cursor !== undefined && { cursor: page.cursor }),
  };
}

type RowsProps = { drawn: Drawn; organisationId: string; busy: boolean; onMore: () => void };

function DrawnRows({ drawn, organisationId, busy, onMore }: RowsProps) {
  const { rows, looked, cursor, seed } = drawn;
  const isDone = cursor === undefined;
  if (rows.length === 0 && isDone) {
    const text = `看过 ${countWord(looked)} 笔。大约一百笔里抽一笔，可以换一个种子或月份。`;
    return <Empty title='没有抽到' text={text} />;
  }
  return (
    <Card id='sample-rows' title={`种子“${seed}”抽到 ${rows.length} 笔`}>
      {rows.map(({ volunteerId, sequence, title, at, creditedMinutes, checked }) => (
        <ListRow
          key={`${volunteerId}-${sequence}`}
          title={title}
          note={`${minutesWord(Math.max(0, creditedMinutes))} · ${momentWord(at, serverNow())} 入账`}
          below={
            checked ? (
              <Tag tone={checked.result === 'ok' ? 'leaf' : 'sun'}>
                {sampleResults[checked.result]}
              </Tag>
            ) : undefined
          }
          onPress={() =>
            go('/suspicions/entry/index', {
              ...{ organisationId, volunteerId, sequence: String(sequence) },
            })
          }
        />
      ))}
      <Text>{`已看过 ${countWord(looked)} 笔${isDone ? '，这个月抽完了' : ''}`}</Text>
      {!isDone && (
        <Button id='sample-more' kind='plain' busy={busy} busyText='正在抽取…' onPress={onMore}>
          继续抽取
        </Button>
      )}
    </Card>
  );
}
