import { Ring } from './ring';

export default function Preview() {
  return (
    <>
      <Ring fraction={0.8} text='4:48' label='还有 4 分 48 秒' />
      <Ring fraction={0.1} text='2' label='还有 2 秒' />
      <Ring fraction={0} text='0' label='已过期' />
    </>
  );
}
