import { Text } from '@tarojs/components';
import { Pressable } from './pressable';

const nothing = () => undefined;

export default function Preview() {
  return (
    <>
      <Pressable onPress={nothing}>
        <Text>可以点</Text>
      </Pressable>
      <Pressable disabled onPress={nothing}>
        <Text>不能点</Text>
      </Pressable>
      <Pressable role='tab' selected onPress={nothing}>
        <Text>已选中</Text>
      </Pressable>
    </>
  );
}
