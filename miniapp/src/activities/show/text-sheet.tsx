import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { ActivityShown } from '#shared/activities';
import { call } from '../../api';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { Sheet } from '../../ui/sheet/sheet';
import styles from './index.module.scss';
import { Said } from './said';
import { useStep } from './use-step';

export type TextSheetProps = {
  open: boolean;
  activity: ActivityShown;
  version: number;
  onClose: () => void;
  onDone: () => Promise<void>;
};

/** What may change on a public activity without a new review. */
export function TextSheet({ open, activity, version, onClose, onDone }: TextSheetProps) {
  const { activityId } = activity;
  const { busy, said, say, take } = useStep();
  const [description, setDescription] = useState(activity.description);
  const [contact, setContact] = useState(activity.contact);
  const send = async () => {
    if (!description.trim() || !contact.trim()) return say('活动内容和联系人都要填写');
    const text = { description: description.trim(), contact: contact.trim() };
    const request = { activityId, version, ...text };
    if (!(await take(() => call('PUT /activities/{activityId}/text', request)))) return;
    onClose();
    await onDone();
  };
  return (
    <Sheet id='text' open={open} title='修改说明' closeText='不修改' onClose={onClose}>
      <Text className={styles.text}>
        时间请用“改期”；地点、风险和保险已经审核，不能改，需要时请取消后重新发起。
      </Text>
      <Field
        id='text-description'
        label='活动内容'
        multiline
        maxLength={2_000}
        value={description}
        onChange={setDescription}
      />
      <Field
        id='text-contact'
        label='现场联系人'
        maxLength={40}
        value={contact}
        onChange={setContact}
      />
      <Said id='text-said'>{said}</Said>
      <Button id='text-send' busy={busy} busyText='正在保存…' onPress={() => void send()}>
        保存
      </Button>
    </Sheet>
  );
}
