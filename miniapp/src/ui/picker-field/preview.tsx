import { PickerField } from './picker-field';

const nothing = () => undefined;
const options = [
  { value: '370202', text: '市南区' },
  { value: '370203', text: '市北区' },
];

export default function Preview() {
  return (
    <>
      <PickerField
        id='k1'
        kind='option'
        label='区市'
        value='370202'
        options={options}
        onChange={nothing}
      />
      <PickerField
        id='k2'
        kind='month'
        label='出生年月'
        value=''
        error='请选择出生年月'
        onChange={nothing}
      />
      <PickerField id='k3' kind='date' label='日期' value='2026-11-24' onChange={nothing} />
      <PickerField id='k4' kind='time' label='开始' value='14:00' onChange={nothing} />
    </>
  );
}
