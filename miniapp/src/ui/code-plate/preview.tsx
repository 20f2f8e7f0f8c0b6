import { Text } from '@tarojs/components';
import { CodePlate } from './code-plate';

export default function Preview() {
  return (
    <CodePlate id='preview-code' token={'A'.repeat(28)} label='签到二维码' secondsLeft={9}>
      <Text>每 15 秒更新</Text>
    </CodePlate>
  );
}
