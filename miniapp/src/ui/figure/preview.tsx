import { Figure } from './figure';

export default function Preview() {
  return (
    <>
      <Figure
        label='服务时长'
        tone='brand'
        parts={[
          ['12', '小时'],
          ['30', '分'],
        ]}
      />
      <Figure label='积分' parts={[['128', '分']]} />
    </>
  );
}
