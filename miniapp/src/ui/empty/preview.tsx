import { Empty } from './empty';

const action = { text: '去看活动', onPress: () => undefined };

export default function Preview() {
  return (
    <>
      <Empty title='还没有服务记录' text='报名一场活动，从第一小时开始。' action={action} />
      <Empty drawing='storm' title='没有取到' text='网络不通，请检查后再试' />
    </>
  );
}
