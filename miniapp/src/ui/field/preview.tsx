import { Field } from './field';

const nothing = () => undefined;

export default function Preview() {
  return (
    <>
      <Field
        id='p1'
        label='姓名'
        value=''
        placeholder='身份证上的姓名'
        hint='只用于证明'
        onChange={nothing}
      />
      <Field
        id='p2'
        label='手机号'
        value='123'
        kind='digits'
        error='手机号是 11 位数字，请检查'
        onChange={nothing}
      />
      <Field id='p3' label='活动说明' value='带好手套。' multiline onChange={nothing} />
    </>
  );
}
