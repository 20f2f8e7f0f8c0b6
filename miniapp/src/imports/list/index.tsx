import { useRouter } from '@tarojs/taro';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Imports } from './imports';

/** A list of people is brought into an organisation, and what became of the earlier ones. */
export default function ImportsPage() {
  const { organisationId = '' } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  return signedIn ? (
    <Imports organisationId={organisationId} />
  ) : (
    <SignInFirst id='imports' title='导入成员' text='组织管理员登录后可以导入成员名单。' />
  );
}
