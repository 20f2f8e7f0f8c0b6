import { Text } from '@tarojs/components';
import { useState } from 'react';
import { digitsPattern } from '#shared/code';
import type { RecordRow } from '#shared/hours';
import { serverNow } from '../../clock';
import { earlyMs, graceMs } from '../../shift-times';
import { usePerson } from '../../tokens';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useRoute } from '../../use-route';
import { spanWord } from '../../words';
import styles from './index.module.scss';

export type DigitsCardProps = {
  busy: boolean;
  onSubmit: (digits: string, shiftId: string) => void;
};

/** Six digits for a broken camera: they mean something only at a shift one has signed up for. */
export function DigitsCard({ busy, onSubmit }: DigitsCardProps) {
  const signedIn = usePerson((it) => it.person !== undefined);
  const records = useRoute('GET /me/records', signedIn ? {} : undefined);
  const [digits, setDigits] = useState('');
  const [chosen, choose] = useState('');
  const [error, setError] = useState<string>();
  const now = serverNow();
  const shifts = 'data' in records ? records.data.records.filter((it) => isUsable(it, now)) : [];
  const shift = shifts.find(({ shiftId }) => shiftId === chosen) ?? shifts[0];

  const send = () => {
    const typed = digits.replace(/\s/g, '');
    if (!digitsPattern.test(typed)) return setError('请输入屏幕下方的 6 位数字');
    setError(undefined);
    if (shift) onSubmit(typed, shift.shiftId);
  };

  return (
    <Card id='digits-card' title='相机用不了？输入数字码'>
      {shift ? (
        <>
          <PickerField
            id='digits-shift'
            label='哪一场活动'
            kind='option'
            value={shift.shiftId}
            options={shifts.map((it) => ({
              value: it.shiftId,
              text: `${it.title} ${spanWord(it, now)}`,
            }))}
            onChange={choose}
          />
          <Field
            id='digits'
            label='二维码下方的 6 位数字'
            kind='digits'
            maxLength={6}
            value={digits}
            error={error}
            onChange={setDigits}
          />
          <Button id='digits-submit' kind='plain' busy={busy} onPress={send}>
            提交数字码
          </Button>
        </>
      ) : (
        <Text id='digits-none' className={styles.text}>
          {signedIn
            ? '您现在没有可签到的活动。数字码只能用于已报名、且在开始前 30 分钟以后的活动。'
            : '登录并报名活动后，可以在这里输入数字码。'}
        </Text>
      )}
    </Card>
  );
}

/** From half an hour before the start until check-out closes, unless it is withdrawn or finished. */
function isUsable({ state, startsAt, endsAt }: RecordRow, now: number): boolean {
  const open = state === 'signed_up' || state === 'checked_in';
  return open && startsAt - earlyMs <= now && now <= endsAt + graceMs;
}
