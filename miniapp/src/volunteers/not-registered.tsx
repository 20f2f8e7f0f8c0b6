import { go } from '../go';
import { Empty } from '../ui/empty/empty';

/** In place of what only a registered volunteer has. */
export function NotRegistered() {
  return (
    <Empty
      title='还没有登记'
      text='登记成为志愿者后，这里会有您的资料。'
      action={{ text: '去登记', onPress: () => go('/volunteers/register/index') }}
    />
  );
}
