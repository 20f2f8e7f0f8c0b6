import { goTab } from '../go';
import { Empty } from '../ui/empty/empty';
import { Page } from '../ui/page/page';

export type SignInFirstProps = { id: string; title: string; text: string };

/** A page that is nobody's yet: says what signing in is for, and leads there. */
export function SignInFirst({ id, title, text }: SignInFirstProps) {
  return (
    <Page id={id} title={title}>
      <Empty
        title='请先登录'
        text={text}
        action={{ text: '去登录', onPress: () => goTab('/tabs/me/index') }}
      />
    </Page>
  );
}
