import { Text } from '@tarojs/components';
import { startOfDay } from '#shared/time';
import { serverNow } from '../../clock';
import { a11y } from '../../ui/a11y';
import { Card } from '../../ui/card/card';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useRoute } from '../../use-route';
import { dayWord } from '../../words';
import type { Form } from './form';
import styles from './index.module.scss';
import type { Repeat } from './repeat';
import { repeats, ruleOf, warningOf } from './repeat';

export type RepeatFieldsProps = { form: Form; onChange: (part: Partial<Form>) => void };

const repeatOptions = Object.entries(repeats).map(([value, text]) => ({ value, text }));
const timesOptions = Array.from({ length: 11 }, (_, index) => ({
  value: String(index + 2),
  text: `${index + 2} 次`,
}));

/** Whether the shifts repeat, with the days that come of it: counted by the cloud, which makes them. */
export function RepeatFields({ form, onChange }: RepeatFieldsProps) {
  const day = form.shifts[0]?.day ?? '';
  const rule = ruleOf(form.repeat, { day, times: form.times });
  return (
    <Card title='重复'>
      <PickerField
        id='repeat'
        label='重复方式'
        kind='option'
        value={form.repeat}
        options={repeatOptions}
        hint='上面的场次会在这些日期各办一次'
        error={warningOf(form.repeat, day)}
        onChange={(repeat) => onChange({ repeat: repeat as Repeat })}
      />
      {rule !== undefined && (
        <>
          <PickerField
            id='times'
            label='一共几次'
            kind='option'
            value={form.times}
            options={timesOptions}
            onChange={(times) => onChange({ times })}
          />
          <Days rule={rule} day={day.replace(/-/g, '')} />
        </>
      )}
    </Card>
  );
}

function Days({ rule, day }: { rule: string; day: string }) {
  const answer = useRoute('GET /repeats', /^20\d{6}$/.test(day) ? { rule, day } : undefined);
  const now = serverNow();
  const days = 'data' in answer ? answer.data.days : [];
  const words = days.map((one) => dayWord(startOfDay(one), now)).join('、');
  const said = {
    loading: '正在算日期…',
    failed: '没有网络，保存后可以看到日期',
    refused: '按这个规则排不出日期',
    ready: `共 ${days.length} 次：${words}`,
    stale: `共 ${days.length} 次：${words}`,
  }[answer.state];
  return (
    <Text id='repeat-days' className={styles.position} {...a11y({ live: 'polite' })}>
      {said}
    </Text>
  );
}
