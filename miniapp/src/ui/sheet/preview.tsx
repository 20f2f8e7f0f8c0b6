import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../button/button';
import { Sheet } from './sheet';

export default function Preview() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind='plain' onPress={() => setOpen(true)}>
        打开面板
      </Button>
      <Sheet open={open} title='选择区市' onClose={() => setOpen(false)}>
        <Text>市南区、市北区、崂山区……</Text>
      </Sheet>
    </>
  );
}
