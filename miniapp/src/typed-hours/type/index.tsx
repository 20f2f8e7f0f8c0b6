import { useRouter } from '@tarojs/taro';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { dayWord, spanWord } from '../../words';
import { CapCard } from '../cap-card';
import { TypeForm } from './type-form';

/** An organiser types hours that could not be scanned; somebody else decides on them. */
export default function TypePage() {
  const { shiftId } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const sheet = useRoute(
    'GET /shifts/{shiftId}/typed-hours',
    signedIn && shiftId ? { shiftId } : undefined,
  );
  if (!signedIn) {
    return <SignInFirst id='type' title='补录时长' text='组织者登录后可以补录没能扫码的服务。' />;
  }
  return (
    <Page id='type' title='补录时长'>
      <Answer of={sheet} shape='card'>
        {(data) => {
          const now = serverNow();
          if (data.openUntil === undefined || now > data.openUntil) {
            return (
              <Empty
                id='type-closed'
                title='不能再补录了'
                text='活动已结算、已取消，或结束超过 30 天。志愿者本人可以申诉。'
              />
            );
          }
          if (now < data.endsAt) {
            return (
              <Empty
                id='type-early'
                title='活动还没结束'
                text='请先让大家扫码签到。结束后，没能扫码的人可以在这里补录。'
              />
            );
          }
          return (
            <>
              <Card>
                <ListRow
                  title={data.title}
                  note={`${spanWord(data, now)} · ${dayWord(data.openUntil, now)}前可以补录`}
                />
              </Card>
              <CapCard cap={data.cap} />
              <TypeForm sheet={data} onTyped={sheet.refresh} />
              <Card>
                <ListRow
                  id='type-paper'
                  title='有一张纸质签到表？'
                  note='组织管理员可以导入整张表，逐行补录'
                  onPress={() => go('/imports/paper/index', { shiftId })}
                />
              </Card>
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
