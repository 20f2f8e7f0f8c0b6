import { Text } from '@tarojs/components';
import { Tag } from '../tag/tag';
import { ListRow } from './list-row';

export default function Preview() {
  return (
    <>
      <ListRow
        title='五四广场学雷锋志愿服务站'
        note='市南区 东海西路'
        extra={<Text>320 米</Text>}
        below={<Tag tone='leaf'>开放中</Tag>}
        onPress={() => undefined}
      />
      <ListRow title='志愿服务时长' extra={<Text>12 小时 30 分</Text>} />
    </>
  );
}
