import { Text, View } from '@tarojs/components';
import { dayMs } from '#shared/time';
import { serverNow } from '../../clock';
import { a11y } from '../../ui/a11y';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import type { ShiftForm, Wrong } from './form';
import { dayText, maxShifts } from './form';
import styles from './index.module.scss';

export type ShiftFieldsProps = {
  shifts: ShiftForm[];
  wrong: Wrong;
  onChange: (shifts: ShiftForm[]) => void;
};

/** When, and for how many: one shift or several. */
export function ShiftFields({ shifts, wrong, onChange }: ShiftFieldsProps) {
  const changeAt = (at: number, part: Partial<ShiftForm>) =>
    onChange(shifts.map((shift, index) => (index === at ? { ...shift, ...part } : shift)));
  const last = shifts[shifts.length - 1];
  return (
    <>
      {shifts.map((shift, index) => (
        <ShiftCard
          // biome-ignore lint/suspicious/noArrayIndexKey: a shift on the form is its place in the list.
          key={index}
          index={index}
          shift={shift}
          error={wrong[`shift-${index}`]}
          onChange={(part) => changeAt(index, part)}
          onRemove={
            shifts.length > 1 ? () => onChange(shifts.filter((_, at) => at !== index)) : undefined
          }
        />
      ))}
      {last && shifts.length < maxShifts && (
        <View className={styles.more}>
          <Button id='shift-add' kind='plain' onPress={() => onChange([...shifts, nextDay(last)])}>
            再加一场
          </Button>
        </View>
      )}
    </>
  );
}

type ShiftCardProps = {
  index: number;
  shift: ShiftForm;
  error: string | undefined;
  onChange: (part: Partial<ShiftForm>) => void;
  onRemove: (() => void) | undefined;
};

function ShiftCard({ index, shift, error, onChange, onRemove }: ShiftCardProps) {
  return (
    <Card
      title={`第 ${index + 1} 场`}
      action={onRemove && { id: `shift-${index}-remove`, text: '删除这一场', onPress: onRemove }}
    >
      <PickerField
        id={`shift-${index}-day`}
        label='日期'
        kind='date'
        start={dayText(serverNow())}
        value={shift.day}
        onChange={(day) => onChange({ day })}
      />
      <View className={styles.pair}>
        <View className={styles.half}>
          <PickerField
            id={`shift-${index}-from`}
            label='开始'
            kind='time'
            value={shift.from}
            onChange={(from) => onChange({ from })}
          />
        </View>
        <View className={styles.half}>
          <PickerField
            id={`shift-${index}-until`}
            label='结束'
            kind='time'
            hint='早于开始时，算到第二天'
            value={shift.until}
            onChange={(until) => onChange({ until })}
          />
        </View>
      </View>
      <Field
        id={`shift-${index}-capacity`}
        label='人数'
        kind='digits'
        maxLength={4}
        value={shift.capacity}
        onChange={(capacity) => onChange({ capacity })}
      />
      {error && (
        <Text
          id={`shift-${index}-error`}
          className={styles.wrong}
          {...a11y({ role: 'alert', live: 'polite' })}
        >
          {error}
        </Text>
      )}
    </Card>
  );
}

/** The same on the day after. */
function nextDay(shift: ShiftForm): ShiftForm {
  const at = Date.parse(`${shift.day}T12:00:00+08:00`);
  return Number.isNaN(at) ? shift : { ...shift, day: dayText(at + dayMs) };
}
