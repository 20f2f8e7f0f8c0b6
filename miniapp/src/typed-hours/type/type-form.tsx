import { useRef, useState } from 'react';
import type { Response } from '#shared/api';
import type { TypingReason } from '#shared/hours.words';
import { typingReasons } from '#shared/hours.words';
import { clockOf } from '#shared/time';
import { call } from '../../api';
import { newRequestId } from '../../ids';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';
import { minutesWord } from '../../words';
import { byPhone, usePeople } from './people';
import { momentIn } from './times';

type Sheet = Response<'GET /shifts/{shiftId}/typed-hours'>;

const reasons = (Object.keys(typingReasons) as TypingReason[]).map((value) => ({
  value,
  text: typingReasons[value],
}));

/** Who, from when until when, why; one person at a time. */
export function TypeForm({ sheet, onTyped }: { sheet: Sheet; onTyped: () => Promise<void> }) {
  const people = usePeople(sheet.shiftId);
  const [who, choose] = useState('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [from, setFrom] = useState(() => clockOf(sheet.startsAt));
  const [until, setUntil] = useState(() => clockOf(sheet.endsAt));
  const [reason, setReason] = useState<string>('no_phone');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState<ReturnType<typeof problemsOf>>({});
  const [taken, setTaken] = useState('');
  const { busy, said, run } = useCommand();
  const requestId = useRef(newRequestId());

  const send = async () => {
    const problems = problemsOf({ who, name, phone, note });
    setWrong(problems);
    setTaken('');
    if (Object.keys(problems).length > 0) return;
    await run(async () => {
      try {
        const { row } = await call('POST /shifts/{shiftId}/typed-hours', {
          ...{ shiftId: sheet.shiftId, requestId: requestId.current },
          ...(who === byPhone ? { person: { name: name.trim(), phone } } : { volunteerId: who }),
          ...{ arrivedAt: momentIn(sheet, from), leftAt: momentIn(sheet, until) },
          ...{ reason: reason as TypingReason, note: note.trim() },
        });
        setTaken(`已补录 ${row.maskedName} ${minutesWord(row.minutes)}，等另一位审核人确认。`);
        // The next one is another request; until this one is known to be done, it keeps its id.
        requestId.current = newRequestId();
        choose('');
        setName('');
        setPhone('');
      } finally {
        await Promise.all([onTyped(), people.refresh()]);
      }
    });
  };
  return (
    <>
      {taken !== '' && (
        <Banner id='type-taken' tone='info'>
          {taken}
        </Banner>
      )}
      {said !== '' && (
        <Banner id='type-said' tone='error'>
          {said}
        </Banner>
      )}
      <PickerField
        {...{ id: 'type-who', label: '补录给谁', kind: 'option', value: who, onChange: choose }}
        options={people.options}
        hint='名单里没有扫过码的人；不能给自己和家人补录'
        {...(wrong.who && { error: wrong.who })}
      />
      {who === byPhone && (
        <>
          <Field
            {...{ id: 'type-name', label: '姓名', value: name, maxLength: 20, onChange: setName }}
            {...(wrong.name && { error: wrong.name })}
          />
          <Field
            {...{ id: 'type-phone', label: '手机号', value: phone, maxLength: 11 }}
            {...{ kind: 'digits', onChange: setPhone }}
            hint='本人在志愿云验证过的手机号，姓名要一致'
            {...(wrong.phone && { error: wrong.phone })}
          />
        </>
      )}
      <PickerField
        {...{ id: 'type-from', label: '到达时间', kind: 'time', value: from, onChange: setFrom }}
      />
      <PickerField
        {...{ id: 'type-until', label: '离开时间', kind: 'time', value: until, onChange: setUntil }}
      />
      <PickerField
        {...{ id: 'type-reason', label: '为什么没有扫码', kind: 'option', value: reason }}
        {...{ options: reasons, onChange: setReason }}
        hint='会公开在补录公示里'
      />
      <Field
        {...{ id: 'type-note', label: '情况说明', value: note, maxLength: 200, multiline: true }}
        {...{ onChange: setNote }}
        hint='10 到 200 字，只给审核人和审计员看'
        {...(wrong.note && { error: wrong.note })}
      />
      <Button id='type-send' busy={busy} busyText='正在提交…' onPress={() => void send()}>
        提交补录
      </Button>
    </>
  );
}

type Filled = { who: string; name: string; phone: string; note: string };

function problemsOf({ who, name, phone, note }: Filled) {
  const named = who === byPhone;
  const length = Array.from(note.trim()).length;
  const found = {
    who: who === '' ? '请选择补录给谁' : '',
    name: named && name.trim() === '' ? '请填写姓名' : '',
    phone: named && !/^1[3-9]\d{9}$/.test(phone) ? '手机号是 11 位数字，请检查' : '',
    note: length < 10 ? '请写清楚情况，至少 10 个字' : '',
  };
  return Object.fromEntries(Object.entries(found).filter(([, said]) => said !== '')) as Partial<
    typeof found
  >;
}
