import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { AppealShown } from '#shared/disputes';
import { disputeStates } from '#shared/disputes.words';
import { clockOf } from '#shared/time';
import { recordStates } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { newRequestId } from '../../ids';
import { useMe } from '../../session';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { minutesWord, momentWord, spanWord } from '../../words';
import { momentIn } from '../times';

/** My side of a record that is too little: what stands, why, and a word to somebody who had no hand in it. */
export default function AppealPage() {
  const me = useMe();
  if (me.guest) return <SignInFirst id='appeal' title='工时申诉' text='登录后可以申诉。' />;
  return (
    <Page id='appeal' title='工时申诉'>
      <Mine />
    </Page>
  );
}

function Mine() {
  const { shiftId, forVolunteerId } = useRouter().params;
  const whom = forVolunteerId ? { forVolunteerId } : {};
  const asked = useRoute(
    'GET /shifts/{shiftId}/appeal',
    shiftId ? { shiftId, ...whom } : undefined,
  );
  return (
    <Answer of={asked} shape='card'>
      {(data) => (
        <>
          <Standing it={data} />
          {data.appeal && <Appealed appeal={data.appeal} />}
          {data.mayAppeal && <Form it={data} whom={whom} onDone={asked.refresh} />}
        </>
      )}
    </Answer>
  );
}

function Standing({ it }: { it: AppealShown }) {
  const now = serverNow();
  const { title, state, inAt, outAt, creditedMinutes, decided, mayAppeal, appealUntil = 0 } = it;
  const times = [
    inAt === undefined ? '没有到达时间' : `${clockOf(inAt)} 到达`,
    outAt === undefined ? '没有离开时间' : `${clockOf(outAt)} 离开`,
    creditedMinutes === undefined ? '' : `计 ${minutesWord(creditedMinutes)}`,
  ].filter(Boolean);
  return (
    <Card id='appeal-standing' title={title}>
      <ListRow title={spanWord(it, now)} note={`${recordStates[state]} · ${times.join(' · ')}`} />
      {decided && <ListRow title='办理说明' note={decided} />}
      {it.objected && (
        <Banner id='appeal-objected' tone='waiting'>
          有人对这条公示提出异议，正在核实，结果会告诉您
        </Banner>
      )}
      {mayAppeal && <Text>{`${momentWord(appealUntil, now)} 前可以申诉一次。`}</Text>}
      {!mayAppeal && !it.appeal && !it.objected && (
        <Text>这条记录现在不用申诉。还在等组织者确认的，请先等等。</Text>
      )}
    </Card>
  );
}

function Appealed({ appeal }: { appeal: NonNullable<AppealShown['appeal']> }) {
  const now = serverNow();
  const { state, text, at, handledBy, dueAt, decision } = appeal;
  const note = decision
    ? decision.reason
    : `由${handledBy}核实，${momentWord(dueAt, now)} 前有结果，逾期转给上一级`;
  return (
    <Card id='appeal-made' title={`申诉${disputeStates[state]}`}>
      <ListRow title={text} note={`${momentWord(at, now)} 提交`} />
      <ListRow title={decision ? '核实结果' : '进展'} note={note} />
    </Card>
  );
}

type FormProps = {
  it: AppealShown;
  whom: { forVolunteerId?: string };
  onDone: () => Promise<void>;
};

function Form({ it, whom, onDone }: FormProps) {
  const [text, setText] = useState('');
  const [times, setTimes] = useState({
    arrived: it.inAt === undefined ? '' : clockOf(it.inAt),
    left: it.outAt === undefined ? '' : clockOf(it.outAt),
  });
  const { busy, said, run } = useCommand();
  /** One id for one appeal, however often it has to be sent. */
  const requestId = useRef(newRequestId());
  const send = () =>
    run(async () => {
      if (text.trim() === '') return '请写下实际的情况';
      const arrivedAt = exactly(it.inAt, times.arrived) ?? momentIn(it, times.arrived);
      const leftAt = exactly(it.outAt, times.left) ?? momentIn(it, times.left);
      if ((arrivedAt === undefined) !== (leftAt === undefined)) return '到达和离开时间请都填写';
      await call('POST /shifts/{shiftId}/appeal', {
        ...{ requestId: requestId.current, shiftId: it.shiftId, text: text.trim(), ...whom },
        ...(arrivedAt !== undefined && leftAt !== undefined && { arrivedAt, leftAt }),
      });
      return onDone();
    });
  return (
    <Card id='appeal-form' title='申诉'>
      <PickerField
        id='appeal-arrived'
        label='实际到达'
        kind='time'
        value={times.arrived}
        onChange={(arrived) => setTimes((now) => ({ ...now, arrived }))}
      />
      <PickerField
        id='appeal-left'
        label='实际离开'
        kind='time'
        value={times.left}
        onChange={(left) => setTimes((now) => ({ ...now, left }))}
      />
      <Field
        id='appeal-text'
        label='实际的情况'
        hint='例如谁能证明、有没有照片；由没有办理过的人核实'
        multiline
        maxLength={300}
        value={text}
        onChange={setText}
      />
      {said !== '' && (
        <Banner id='appeal-said' tone='error'>
          {said}
        </Banner>
      )}
      <Button id='appeal-send' busy={busy} busyText='正在提交…' onPress={() => void send()}>
        提交申诉
      </Button>
    </Card>
  );
}

/** The scanned moment itself, with its seconds, while the clock time was not changed. */
const exactly = (at: number | undefined, clock: string): number | undefined =>
  at !== undefined && clockOf(at) === clock ? at : undefined;
