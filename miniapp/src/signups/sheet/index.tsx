import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answer } from '../../answer/answer';
import { serverNow } from '../../clock';
import { go, goInstead } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { Absence } from './absence';
import { Bar } from './bar';
import { Conditions, Head, RisksAndInsurance } from './facts';
import { ForWhom } from './for-whom';
import { standingWord } from './stage';
import { Ways } from './ways';

/** Signing up: what one should know, whether one may, and how far one has come. */
export default function SheetPage() {
  const { shiftId } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const [forVolunteerId, choose] = useState<string>();
  const who = forVolunteerId === undefined ? {} : { forVolunteerId };
  const sheet = useRoute(
    'GET /shifts/{shiftId}/signup',
    signedIn && shiftId ? { shiftId, ...who } : undefined,
  );
  if (!signedIn) {
    return <SignInFirst id='sheet' title='报名' text='登录后可以报名，看到自己是否符合条件。' />;
  }
  const shown = 'data' in sheet ? sheet.data : undefined;
  const standing = shown ? standingWord(shown, serverNow()) : '';
  const { movedTo } = shown ?? {};
  return (
    <Page
      id='sheet'
      title='报名'
      banner={
        movedTo !== undefined ? (
          <Banner
            id='sheet-moved'
            tone='info'
            action={{
              id: 'sheet-to-moved',
              text: '看新时间',
              onPress: () => goInstead('/signups/sheet/index', { shiftId: movedTo }),
            }}
          >
            这场活动改了时间
          </Banner>
        ) : (
          standing !== '' && (
            <Banner id='sheet-standing' tone='waiting'>
              {standing}
            </Banner>
          )
        )
      }
      bottom={
        shown && (
          <Bar
            key={`${shown.shiftId} ${forVolunteerId ?? ''}`}
            sheet={shown}
            who={who}
            onChanged={sheet.refresh}
            onRegister={() => go('/volunteers/register/index')}
          />
        )
      }
    >
      <Answer of={sheet} shape='card'>
        {(data) => (
          <>
            <Head sheet={data} />
            <ForWhom chosen={forVolunteerId} onChoose={choose} />
            {data.state === 'no_show' && forVolunteerId === undefined && (
              <Absence sheet={data} onChanged={sheet.refresh} />
            )}
            <Ways sheet={data} own={forVolunteerId === undefined} onChanged={sheet.refresh} />
            <Conditions conditions={data.conditions} />
            <RisksAndInsurance risks={data.risks} insurance={data.insurance} />
          </>
        )}
      </Answer>
    </Page>
  );
}
