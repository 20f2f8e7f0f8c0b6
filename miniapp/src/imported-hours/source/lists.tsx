import { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import type { HourSource, HoursList } from '#shared/imported-hours';
import { hoursListStates } from '#shared/imported-hours.words';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { pickFile } from '../../device/pick-file';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Tag } from '../../ui/tag/tag';
import { useCommand } from '../../use-command';
import { usePages } from '../../use-route';
import { useEvery } from '../../use-visible';
import { momentWord } from '../../words';
import { isSignature, listEndings, obstacleIn, sendList } from '../send-list';

const everyMs = 2_000;
const route = 'GET /hour-sources/{sourceId}/lists';

/** The lists of a source, the newest first, and bringing the next one. */
export function Lists({ source: { sourceId, may } }: { source: HourSource }) {
  const lists = usePages(route, { sourceId }, (it) => it.lists);
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  const running = 'rows' in lists && lists.rows.some(({ state }) => state === 'running');
  useEvery(everyMs, shown && running, lists.refresh);
  return (
    <>
      {may.bring && <Sending sourceId={sourceId} onSent={lists.refresh} />}
      <Answer of={lists}>
        {() =>
          lists.rows.length > 0 && (
            <Card id='hours-lists' title='导入过的清单'>
              {lists.rows.map((one) => (
                <ListRow
                  key={one.listId}
                  title={one.label}
                  note={noteOf(one)}
                  extra={
                    <Tag tone={one.state === 'done' ? 'leaf' : 'sun'}>
                      {hoursListStates[one.state]}
                    </Tag>
                  }
                />
              ))}
              <LoadMore
                state={lists.tail === 'more' ? 'idle' : lists.tail}
                onMore={() => void lists.loadMore()}
              />
            </Card>
          )
        }
      </Answer>
    </>
  );
}

function noteOf({ startedAt, rows, done, known, wrong, wrongLines, state }: HoursList): string {
  return [
    momentWord(startedAt, serverNow()),
    `已处理 ${done} / ${rows} 条`,
    ...(known > 0 ? [`${known} 条以前收到过`] : []),
    ...(wrong > 0 ? [`${wrong} 行有误（第 ${wrongLines.join('、')} 行）`] : []),
    ...(state === 'stopped' ? ['请重新上传同一份清单，会接着处理'] : []),
  ].join(' · ');
}

function Sending({ sourceId, onSent }: { sourceId: string; onSent: () => Promise<void> }) {
  const [signature, setSignature] = useState('');
  const [wrong, setWrong] = useState<string>();
  const { busy, said, run } = useCommand();
  const choose = () => {
    const text = signature.replace(/\s/g, '');
    if (!isSignature(text)) return setWrong('请粘贴 88 个字符的签名，以 == 结尾');
    void run(async () => {
      const file = await pickFile(listEndings);
      if (!file) return;
      const obstacle = obstacleIn(file);
      if (obstacle) return obstacle;
      await sendList({ sourceId, signature: text }, file);
      setSignature('');
      await onSent();
    });
  };
  return (
    <Card title='导入清单'>
      {said !== '' && (
        <Banner id='list-said' tone='error'>
          {said}
        </Banner>
      )}
      <Field
        {...{ id: 'list-signature', label: '清单的签名', value: signature, maxLength: 120 }}
        {...{ multiline: true, error: wrong }}
        hint='先粘贴签名，再选 .jsonl 清单文件。最多 5000 行、10 MB'
        onChange={(text) => {
          setSignature(text);
          setWrong(undefined);
        }}
      />
      <Button id='list-choose' busy={busy} busyText='正在上传并核对…' onPress={choose}>
        选择清单文件
      </Button>
    </Card>
  );
}
