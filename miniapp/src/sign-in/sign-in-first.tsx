import { goTab } from '../go';
import { Empty } from '../ui/empty/empty';
import { Page } from '../ui/page/page';

export type SignInFirstProps = {
  id: string;
  title: string;
  text: string;
  /** Where to sign in, when it is not 我的. */
  onSignIn?: () => void;
};

const toMe = () => goTab('/tabs/me/index');

/** A page that is nobody's yet: says what signing in is for, and leads there. */
export function SignInFirst({ id, title, text, onSignIn = toMe }: SignInFirstProps) {
  return (
    <Page id={id} title={title}>
      <Empty title='请先登录' text={text} action={{ text: '去登录', onPress: onSignIn }} />
    </Page>
  );
}
