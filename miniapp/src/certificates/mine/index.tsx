import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { CertificateCard } from '#shared/certificates';
import { certificateStates } from '#shared/certificates.words';
import { Answer } from '../../answer/answer';
import { go } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { usePages } from '../../use-route';
import { minutesWord } from '../../words';
import { periodText, sumOf } from '../words';

/** The certificates that were issued to me, or to somebody I look after; and the way to a new one. */
export default function MyCertificatesPage() {
  const { forVolunteerId } = useRouter().params;
  const whose = forVolunteerId === undefined ? {} : { forVolunteerId };
  const signedIn = usePerson((it) => it.person !== undefined);
  const mine = usePages(
    'GET /me/certificates',
    signedIn ? whose : undefined,
    (it) => it.certificates,
  );
  const issue = () => go('/certificates/issue/index', whose);
  if (!signedIn) {
    return <SignInFirst id='certificates' title='服务证明' text='登录后可以开具和查看服务证明。' />;
  }
  return (
    <Page
      id='certificates'
      title='服务证明'
      bottom={
        mine.rows.length > 0 && (
          <Button id='certificate-new' onPress={issue}>
            开具一份证明
          </Button>
        )
      }
    >
      <Answer of={mine}>
        {() =>
          mine.rows.length === 0 ? (
            <Empty
              id='certificates-none'
              title='还没有开具过证明'
              text='志愿服务记录证明由记录时长的组织出具，免费，随时可开。'
              action={{ id: 'certificate-new', text: '开具一份证明', onPress: issue }}
            />
          ) : (
            <>
              <Card>
                {mine.rows.map((one) => (
                  <Row key={one.certificateId} certificate={one} />
                ))}
              </Card>
              <LoadMore
                state={mine.tail === 'more' ? 'idle' : mine.tail}
                onMore={() => void mine.loadMore()}
              />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function Row({ certificate }: { certificate: CertificateCard }) {
  const { certificateId, organisationName, state, minutes } = certificate;
  return (
    <ListRow
      id={`certificate-${certificateId}`}
      title={organisationName}
      note={periodText(certificate)}
      extra={<Text>{minutesWord(sumOf(minutes))}</Text>}
      below={<Tag tone={state === 'issued' ? 'leaf' : 'plain'}>{certificateStates[state]}</Tag>}
      onPress={() => go('/certificates/show/index', { certificateId })}
    />
  );
}
