import { Button } from './button';

const nothing = () => undefined;

export default function Preview() {
  return (
    <>
      <Button onPress={nothing} size='large'>
        扫码签到
      </Button>
      <Button onPress={nothing} kind='plain'>
        取消报名
      </Button>
      <Button onPress={nothing} kind='quiet' size='small'>
        看全部
      </Button>
      <Button onPress={nothing} busy busyText='正在兑换…'>
        兑换
      </Button>
      <Button onPress={nothing} disabled>
        名额已满
      </Button>
    </>
  );
}
