import { useMe } from '../../session';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { Page } from '../../ui/page/page';
import { DeletionCard } from './deletion-card';
import { ExportCard } from './export-card';

/** Taking one's data along, and leaving. */
export default function DataPage() {
  const me = useMe();
  if (me.guest) {
    return <SignInFirst id='data' title='我的数据' text='登录后可以导出自己的数据或注销账号。' />;
  }
  return (
    <Page id='data' title='我的数据'>
      <ExportCard />
      <DeletionCard />
    </Page>
  );
}
