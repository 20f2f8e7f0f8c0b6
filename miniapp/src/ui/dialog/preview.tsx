import { useState } from 'react';
import { Button } from '../button/button';
import { Dialog } from './dialog';

export default function Preview() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind='plain' onPress={() => setOpen(true)}>
        打开对话框
      </Button>
      <Dialog
        open={open}
        title='取消报名？'
        text='名额会让给别人，之后可以再报名。'
        confirm='取消报名'
        cancel='再想想'
        onConfirm={() => setOpen(false)}
        onCancel={() => setOpen(false)}
      />
    </>
  );
}
