import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { District, StationKind, StationService } from '#shared/vocabulary';
import { districts, stationKinds, stationServices } from '#shared/vocabulary';
import { chooseDistrict, useDistrict } from '../../district';
import { useHere } from '../../stations/here';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import { Sheet } from '../../ui/sheet/sheet';
import { Tabs } from '../../ui/tabs/tabs';
import styles from './index.module.scss';

/** What the person looks for. `wholeCity`: undefined as long as they have not said; then a known position decides. */
export type Wishes = {
  words: string;
  open: 'all' | 'open';
  kind: StationKind | '';
  service: StationService | '';
  wholeCity?: boolean;
};
export const noWishes: Wishes = { words: '', open: 'all', kind: '', service: '' };

const optionsOf = (words: Record<string, string>, all: string) => [
  { value: '', text: all },
  ...Object.entries(words).map(([value, text]) => ({ value, text })),
];
const districtOptions = optionsOf(districts, '全市');
const kindOptions = optionsOf(stationKinds, '全部类别');
const serviceOptions = optionsOf(stationServices, '不限');
const openItems = [
  { value: 'all', text: '全部' },
  { value: 'open', text: '开放中' },
] as const;

/** The district to search in; undefined: everywhere. */
export function useSearchedDistrict({ wholeCity }: Wishes): District | undefined {
  const district = useDistrict((it) => it.district);
  const located = useHere((it) => it.located?.status === 'found');
  return (wholeCity ?? located) ? undefined : district;
}

type FiltersProps = { wishes: Wishes; onChange: (wishes: Wishes) => void };

export function Filters({ wishes, onChange }: FiltersProps) {
  const [open, setOpen] = useState(false);
  const district = useSearchedDistrict(wishes);
  const said = [
    district ? districts[district] : '全市',
    wishes.kind && stationKinds[wishes.kind],
    wishes.service && stationServices[wishes.service],
  ].filter(Boolean);
  return (
    <>
      <Field
        id='station-words'
        label='找站点'
        placeholder='名称或街道'
        value={wishes.words}
        maxLength={20}
        onChange={(words) => onChange({ ...wishes, words })}
      />
      <Tabs
        id='station-open'
        label='开放状态'
        items={openItems}
        value={wishes.open}
        onChange={(value) => onChange({ ...wishes, open: value })}
      />
      <View className={styles.said}>
        <Text id='said-filters'>{said.join(' · ')}</Text>
        <Button id='filter' kind='quiet' size='small' onPress={() => setOpen(true)}>
          筛选
        </Button>
      </View>
      <Sheet
        id='filters'
        open={open}
        title='筛选'
        closeText='看结果'
        onClose={() => setOpen(false)}
      >
        <Choices wishes={wishes} onChange={onChange} />
      </Sheet>
    </>
  );
}

function Choices({ wishes, onChange }: FiltersProps) {
  const district = useSearchedDistrict(wishes);
  return (
    <>
      <PickerField
        id='station-district'
        label='区市'
        kind='option'
        value={district ?? ''}
        options={districtOptions}
        onChange={(value) => {
          if (value) chooseDistrict(value as District);
          onChange({ ...wishes, wholeCity: value === '' });
        }}
      />
      <PickerField
        id='station-kind'
        label='类别'
        kind='option'
        value={wishes.kind}
        options={kindOptions}
        onChange={(value) => onChange({ ...wishes, kind: value as Wishes['kind'] })}
      />
      <PickerField
        id='station-service'
        label='要用的服务'
        kind='option'
        value={wishes.service}
        options={serviceOptions}
        onChange={(value) => onChange({ ...wishes, service: value as Wishes['service'] })}
      />
    </>
  );
}
