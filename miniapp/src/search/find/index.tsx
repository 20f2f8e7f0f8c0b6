import { useEffect, useState } from 'react';
import type { Response } from '#shared/api';
import type { Found } from '#shared/finding';
import { districts } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { momentWord } from '../../words';

/** Somebody who types is not asked for at every letter. */
const pauseMs = 300;

/** Finding an activity or an organisation by words or by pinyin. */
export default function FindPage() {
  const [typed, type] = useState('');
  const q = useSettled(typed.trim());
  return (
    <Page id='find' title='搜索'>
      <Field
        id='find-words'
        label='搜索活动和组织'
        placeholder='例如 海边 或 haibian'
        maxLength={20}
        value={typed}
        onChange={type}
      />
      {q === '' ? (
        <Empty title='想找什么' text='输入活动或组织的名称，也可以用拼音或拼音首字母。' />
      ) : (
        <Results key={q} q={q} />
      )}
    </Page>
  );
}

/** What was typed, once the typing has paused. */
function useSettled(typed: string): string {
  const [settled, settle] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => settle(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

function Results({ q }: { q: string }) {
  const found = useRoute('GET /search', { q });
  return <Answer of={found}>{(data) => <Lists q={q} found={data} />}</Answer>;
}

function Lists({ q, found }: { q: string; found: Response<'GET /search'> }) {
  const { activities, organisations } = found;
  if (activities.length + organisations.length === 0) {
    return (
      <Empty
        title={`没有找到“${q}”`}
        text='换一个词试试；刚发布的活动几分钟后才能搜到。'
        action={{ text: '看全部活动', onPress: () => go('/activities/list/index') }}
      />
    );
  }
  return (
    <>
      {activities.length > 0 && (
        <Card id='found-activities' title='活动'>
          {activities.map((it) => (
            <ListRow
              key={it.id}
              title={it.name}
              note={aboutActivity(it)}
              onPress={() => go('/activities/show/index', { activityId: it.id })}
            />
          ))}
        </Card>
      )}
      {organisations.length > 0 && (
        <Card id='found-organisations' title='组织'>
          {organisations.map((it) => (
            <ListRow
              key={it.id}
              title={it.name}
              note={it.district ? districts[it.district] : '全市'}
              onPress={() => go('/organisations/show/index', { organisationId: it.id })}
            />
          ))}
        </Card>
      )}
    </>
  );
}

function aboutActivity({ of, startsAt }: Found): string {
  const when = startsAt === undefined ? '' : momentWord(startsAt, serverNow());
  return [when, of].filter(Boolean).join(' · ');
}
