import { useState } from 'react';
import type { MemberImport } from '#shared/imports';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { pickedFrom, pickFile } from '../../device/pick-file';
import { go } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { usePages } from '../../use-route';
import { momentWord } from '../../words';
import { bring, endings, obstacleIn, template } from '../bring';
import { HowTo } from '../how-to';
import { StateTag } from '../state-tag';

/** Bringing a list into one organisation. */
export function Imports({ organisationId }: { organisationId: string }) {
  const earlier = usePages(
    'GET /organisations/{organisationId}/imports',
    { organisationId },
    (it) => it.imports,
  );
  const { busy, said, run } = useCommand();
  const [obstacle, setObstacle] = useState<string>();
  const choose = async () => {
    const file = await pickFile(endings);
    if (!file) return;
    const wrong = obstacleIn(file);
    setObstacle(wrong);
    if (wrong) return;
    await run(async () => {
      const { importId } = await bring(organisationId, file);
      go('/imports/report/index', { organisationId, importId });
    });
  };
  const wrong = obstacle ?? said;
  return (
    <Page
      id='imports'
      title='导入成员'
      bottom={
        earlier.state !== 'refused' && (
          <Button
            id='imports-choose'
            busy={busy}
            busyText='正在上传并读取…'
            onPress={() => void choose()}
          >
            选择名单文件
          </Button>
        )
      }
    >
      {wrong !== '' && (
        <Banner id='imports-said' tone='error'>
          {wrong}
        </Banner>
      )}
      {earlier.state !== 'refused' && (
        <HowTo id='imports-template' steps={steps} template={template} />
      )}
      <Answer of={earlier}>
        {() =>
          earlier.rows.length > 0 && (
            <>
              <Card id='imports-earlier' title='导入过的名单'>
                {earlier.rows.map((one) => (
                  <ImportRow key={one.importId} organisationId={organisationId} of={one} />
                ))}
              </Card>
              <LoadMore
                state={earlier.tail === 'more' ? 'idle' : earlier.tail}
                onMore={() => void earlier.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

const steps = [
  `从${pickedFrom}选一份 .xlsx 或 .csv 表格，只读第一张工作表，最多 2000 行。`,
  '表头要有“姓名”和“手机号”两列，顺序不限，其他列不会保存。',
  '登记过并验证了手机号的人会收到邀请，由本人同意后才加入。',
  '还没有登记的人，30 天内用这个手机号登记后会收到邀请。',
  '同一份名单重复导入，不会重复邀请。名单内容加密保存，30 天后删除。',
];

function ImportRow({ organisationId, of }: { organisationId: string; of: MemberImport }) {
  const { importId, rows, done, startedAt, state, mine, paper } = of;
  const what = paper ? `签到表${paper.dry ? '试读' : ''} · ` : '';
  const who = mine ? '我导入的' : '其他管理员导入的';
  return (
    <ListRow
      id={`import-${importId}`}
      title={momentWord(startedAt, serverNow())}
      note={`${what}${who} · ${state === 'done' ? `共 ${rows} 行` : `已处理 ${done} / ${rows} 行`}`}
      extra={<StateTag state={state} />}
      onPress={() => go('/imports/report/index', { organisationId, importId })}
    />
  );
}
