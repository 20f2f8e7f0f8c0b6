import { Text, View } from '@tarojs/components';
import { canSubscribe } from '../../device/subscribe';
import { toAskFor, useMessages } from '../../messages';
import { a11y } from '../../ui/a11y';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';

const wanted = ['reminder', 'changed', 'placed'] as const;

/** Offered to whoever has just signed up or waits: a message by WeChat. Gone when one of each is on its way. */
export function RemindMe() {
  return canSubscribe ? <Offer /> : null;
}

function Offer() {
  const { answer, busy, said, ask } = useMessages();
  const shown = 'data' in answer ? answer.data : undefined;
  const groups = shown && !shown.paused ? toAskFor(shown.subscriptions, wanted) : [];
  if (said === '' && groups.every((it) => it.left > 0)) return null;
  return (
    <Card id='remind-me' title='用微信提醒我'>
      <View {...a11y({ live: 'polite' })}>
        <Text>{said || '活动前一天提醒一次，有变动也告诉您。'}</Text>
      </View>
      {groups.some((it) => it.left === 0) && (
        <Button id='remind-me-ask' kind='plain' busy={busy} onPress={() => ask(groups)}>
          提醒我
        </Button>
      )}
    </Card>
  );
}
