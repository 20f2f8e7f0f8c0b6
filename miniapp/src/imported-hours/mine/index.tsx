import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { Response } from '#shared/api';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { newRequestId } from '../../ids';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { dayWord, minutesWord } from '../../words';
import styles from '../index.module.scss';

/** Hours that one has from another system: what waits, and fetching all of it. */
export default function MyImportedHoursPage() {
  const signedIn = usePerson((it) => it.person !== undefined);
  return signedIn ? (
    <Mine />
  ) : (
    <SignInFirst id='imported' title='转入已有时长' text='登录后可以领取您在其他系统的时长。' />
  );
}

type Waiting = Response<'GET /me/imported-hours'>;
type Sum = { rows: number; minutes: number };

function Mine() {
  const answer = useRoute('GET /me/imported-hours', {});
  const { busy, said, run } = useCommand();
  const [brought, setBrought] = useState<Sum>();
  const waits = 'data' in answer && answer.data.rows.length > 0;
  const fetchAll = () =>
    void run(async () => {
      const sum = { rows: 0, minutes: 0 };
      for (let more = true; more; ) {
        const page = await call('POST /me/imported-hours', { requestId: newRequestId() });
        sum.rows += page.rows;
        sum.minutes += page.minutes;
        setBrought({ ...sum });
        more = page.more;
      }
      await answer.refresh();
    });
  return (
    <Page
      id='imported'
      title='转入已有时长'
      bottom={
        waits && (
          <Button id='imported-fetch' busy={busy} busyText='正在转入…' onPress={fetchAll}>
            全部转入我的工时
          </Button>
        )
      }
    >
      {said !== '' && (
        <Banner id='imported-said' tone='error'>
          {said}
        </Banner>
      )}
      {brought && (
        <Banner
          id='imported-done'
          tone='info'
          action={{ text: '看工时', onPress: () => go('/checkins/hours/index') }}
        >
          {brought.rows > 0
            ? `已转入 ${brought.rows} 条，共 ${minutesWord(brought.minutes)}`
            : '这些时长以前已经转入过'}
        </Banner>
      )}
      <Answer of={answer}>{(data) => <Waits data={data} />}</Answer>
    </Page>
  );
}

function Waits({ data }: { data: Waiting }) {
  if (data.missing === 'phone') {
    return (
      <Empty
        id='imported-phone'
        title='请先验证手机号'
        text='其他系统的时长按手机号和实名对应到人。验证手机号后，再来这里看。'
        action={{ text: '去验证手机号', onPress: () => go('/sessions/phone/index') }}
      />
    );
  }
  if (data.missing === 'real_name') {
    return (
      <Empty
        id='imported-name'
        title='请先完成实名核验'
        text='其他系统的时长按手机号和实名对应到人。实名后，再来这里看。'
        action={{ text: '去实名', onPress: () => go('/volunteers/real-name/index') }}
      />
    );
  }
  return (
    <>
      {data.nameDiffers && (
        <Banner id='imported-differs' tone='waiting'>
          您的手机号下还有姓名不同的记录。如果是您的，请联系原来的系统更正姓名后重新发送。
        </Banner>
      )}
      {data.rows.length === 0 ? (
        <Empty
          id='imported-none'
          title='没有等您领取的时长'
          text='您在其他系统的时长，由全市管理员导入后会出现在这里。没有看到的，请联系原来的系统。'
        />
      ) : (
        <Rows data={data} />
      )}
    </>
  );
}

function Rows({ data: { rows, more } }: { data: Waiting }) {
  return (
    <>
      <Card>
        <Text className={styles.text}>
          转入的时长记在您的工时里，单独列出，不产生积分。每一条只能转入一次。
        </Text>
      </Card>
      <Card id='imported-rows' title='等您领取'>
        {rows.map((row) => (
          <ListRow
            key={row.rowKey}
            title={row.title}
            note={`${dayWord(row.from, serverNow())} · ${row.organisation} · 来自${row.sourceName}`}
            extra={<Text className={styles.minutes}>{minutesWord(row.minutes)}</Text>}
          />
        ))}
        {more && <Text className={styles.text}>还有更多，会一起转入。</Text>}
      </Card>
    </>
  );
}
