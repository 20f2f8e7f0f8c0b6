import { Text, View } from '@tarojs/components';
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { MemberImport } from '#shared/imports';
import type { ImportOutcome } from '#shared/imports.words';
import { importOutcomes } from '#shared/imports.words';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { saveUrl } from '../../device/save-file';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { a11y } from '../../ui/a11y';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { useEvery } from '../../use-visible';
import { momentWord } from '../../words';
import { StateTag } from '../state-tag';
import styles from './index.module.scss';
import { PaperStep } from './paper-step';
import { Rows } from './rows';

const everyMs = 2_000;
type Which = { organisationId: string; importId: string };

/** How far a list has come, and what became of each of its rows. */
export default function ReportPage() {
  const { organisationId = '', importId = '' } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  if (!signedIn) {
    return <SignInFirst id='import' title='导入结果' text='组织管理员登录后可以看到导入结果。' />;
  }
  // Another list on the same page begins anew.
  return <Report key={importId} organisationId={organisationId} importId={importId} />;
}

function Report(which: Which) {
  const job = useRoute('GET /organisations/{organisationId}/imports/{importId}', which);
  const known = 'data' in job ? job.data : undefined;
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEvery(everyMs, shown && known?.state === 'running', job.refresh);
  const [outcome, choose] = useState<ImportOutcome>();
  const { busy, said, run } = useCommand();
  const [lost, setLost] = useState(false);
  const save = () =>
    run(async () => {
      const report = 'POST /organisations/{organisationId}/imports/{importId}/report';
      const { url, fileName } = await call(report, which);
      setLost(!(await saveUrl(fileName, url)));
    });
  const wrong = said || (lost ? '结果没有保存，请再试一次' : '');
  return (
    <Page
      id='import'
      title='导入结果'
      bottom={
        known?.mine &&
        known.state !== 'running' && (
          <Button id='import-save' busy={busy} busyText='正在准备…' onPress={() => void save()}>
            保存结果表格
          </Button>
        )
      }
    >
      {wrong !== '' && (
        <Banner id='import-said' tone='error'>
          {wrong}
        </Banner>
      )}
      <Answer of={job} shape='card'>
        {(it) => (
          <>
            <Progress of={it} />
            {it.paper && it.mine && <PaperStep of={it} organisationId={which.organisationId} />}
            {it.counts.length > 0 && <Counts of={it} chosen={outcome} onChoose={choose} />}
            {it.mine ? (
              <Rows
                key={`${outcome} ${it.done}`}
                which={which}
                outcome={outcome}
                onAll={() => choose(undefined)}
              />
            ) : (
              <Banner tone='info'>名单的内容只有导入它的管理员能看到</Banner>
            )}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Progress({ of }: { of: MemberImport }) {
  const { state, rows, done, startedAt, keptUntil } = of;
  const percent = Math.floor((done / Math.max(1, rows)) * 100);
  const now = serverNow();
  return (
    <Card>
      <ListRow
        title={`已处理 ${done} / ${rows} 行`}
        note={`${momentWord(startedAt, now)} 导入`}
        extra={<StateTag state={state} />}
      />
      <View
        className={styles.track}
        {...a11y({ role: 'progressbar', label: `已处理 ${percent}%` })}
      >
        <View className={styles.filled} style={{ width: `${percent}%` }} />
      </View>
      {state === 'stopped' && (
        <Text className={styles.line}>
          导入中途停止了，还没有处理的行请另存为一份新名单，稍后再导入。
        </Text>
      )}
      <Text
        className={styles.line}
      >{`名单和结果保存到 ${momentWord(keptUntil, now)}，之后删除。`}</Text>
    </Card>
  );
}

type CountsProps = {
  of: MemberImport;
  chosen: ImportOutcome | undefined;
  onChoose: (outcome: ImportOutcome | undefined) => void;
};

/** How many rows met with what; one of them chosen shows only its rows. */
function Counts({ of: { counts, mine }, chosen, onChoose }: CountsProps) {
  return (
    <Card title='结果'>
      {counts.map(({ outcome, rows }) => (
        <ListRow
          key={outcome}
          id={`count-${outcome}`}
          title={importOutcomes[outcome]}
          extra={<Text>{`${rows} 行`}</Text>}
          label={`${importOutcomes[outcome]}，${rows} 行${chosen === outcome ? '，正在查看' : ''}`}
          onPress={mine ? () => onChoose(chosen === outcome ? undefined : outcome) : undefined}
        />
      ))}
    </Card>
  );
}
