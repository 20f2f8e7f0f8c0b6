import { Text } from '@tarojs/components';
import { Card } from './card';

export default function Preview() {
  return (
    <>
      <Card title='今天的活动' action={{ text: '看全部', onPress: () => undefined }}>
        <Text>海滩清洁，今天 14:00–16:00</Text>
      </Card>
      <Card>
        <Text>没有标题的一张卡片</Text>
      </Card>
    </>
  );
}
