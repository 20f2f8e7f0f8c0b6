import { Text } from '@tarojs/components';
import { Banner } from '../banner/banner';
import { Button } from '../button/button';
import { Page } from './page';

export default function Preview() {
  return (
    <Page
      title='活动'
      banner={<Banner tone='offline'>没有网络，更新于 13:05</Banner>}
      bottom={<Button onPress={() => undefined}>报名</Button>}
    >
      <Text>页面的内容</Text>
    </Page>
  );
}
