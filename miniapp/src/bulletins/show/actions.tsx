import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { BulletinShown } from '#shared/bulletins';
import { call } from '../../api';
import { a11y } from '../../ui/a11y';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { Field } from '../../ui/field/field';
import { useCommand } from '../../use-command';
import styles from './index.module.scss';

type Does = 'publish' | 'refuse' | 'remove' | 'pin';
type ActionsProps = { bulletin: BulletinShown; onDone: () => Promise<void> };

const reasonMax = 100;

/** What staff do with a bulletin: let it through or not, pin it, take it down. Each no has a reason. */
export function Actions({ bulletin, onDone }: ActionsProps) {
  const [asking, ask] = useState<'refuse' | 'remove'>();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const { busy, said, run } = useCommand();
  const act = async (does: Does) => {
    await run(async () => {
      await perform(does, bulletin, reason.trim());
      await onDone();
    });
    ask(undefined);
  };
  const refuse = () => {
    setWrong(reason.trim() === '' ? '请写明原因' : undefined);
    if (reason.trim() !== '' && asking) void act(asking);
  };
  const { mayDecide, mayPin, mayRemove, pinned } = bulletin;
  return (
    <View>
      {said !== '' && (
        <Text
          id='bulletin-said'
          className={styles.said}
          {...a11y({ role: 'alert', live: 'polite' })}
        >
          {said}
        </Text>
      )}
      <View className={styles.bar}>
        {mayDecide && (
          <Choice id='publish' busy={busy} onPress={() => void act('publish')} primary>
            通过并发布
          </Choice>
        )}
        {mayDecide && (
          <Choice id='refuse' busy={busy} onPress={() => ask('refuse')}>
            不通过
          </Choice>
        )}
        {mayPin && (
          <Choice id='pin' busy={busy} onPress={() => void act('pin')}>
            {pinned ? '取消置顶' : '置顶'}
          </Choice>
        )}
        {mayRemove && (
          <Choice id='remove' busy={busy} onPress={() => ask('remove')}>
            撤下
          </Choice>
        )}
      </View>
      <Dialog
        id='bulletin-dialog'
        open={asking !== undefined}
        title={asking === 'remove' ? '撤下这条公告？' : '不通过这条公告？'}
        text={asking === 'remove' ? '成员将看不到它，不能恢复。' : '原因会告诉作者。'}
        confirm={asking === 'remove' ? '撤下' : '不通过'}
        busy={busy}
        onConfirm={refuse}
        onCancel={() => {
          setWrong(undefined);
          ask(undefined);
        }}
      >
        <Field
          id='bulletin-reason'
          label='原因'
          maxLength={reasonMax}
          hint='必填，会留在记录里'
          value={reason}
          error={wrong}
          onChange={(typed) => {
            setWrong(undefined);
            setReason(typed);
          }}
        />
      </Dialog>
    </View>
  );
}

type ChoiceProps = {
  id: string;
  busy: boolean;
  primary?: boolean;
  onPress: () => void;
  children: string;
};

function Choice({ id, busy, primary, onPress, children }: ChoiceProps) {
  return (
    <View className={styles.choice}>
      <Button
        id={`bulletin-${id}`}
        kind={primary ? 'primary' : 'plain'}
        disabled={busy}
        onPress={onPress}
      >
        {children}
      </Button>
    </View>
  );
}

function perform(does: Does, bulletin: BulletinShown, reason: string): Promise<unknown> {
  const { bulletinId, organisationId, pinned } = bulletin;
  switch (does) {
    case 'publish':
      return call('POST /bulletins/{bulletinId}/decision', { bulletinId, decision: 'publish' });
    case 'refuse':
      return call('POST /bulletins/{bulletinId}/decision', {
        ...{ bulletinId, decision: 'refuse', reason },
      });
    case 'remove':
      return call('POST /bulletins/{bulletinId}/removal', { bulletinId, reason });
    case 'pin':
      return call('PUT /organisations/{organisationId}/pinned-bulletin', {
        organisationId,
        ...(!pinned && { bulletinId }),
      });
  }
}
