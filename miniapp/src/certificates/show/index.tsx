import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { CertificateShown } from '#shared/certificates';
import { documentKinds, revocationReasons } from '#shared/certificates.words';
import { dayOf } from '#shared/time';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { openPdf } from '../../device/open-file';
import { go } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Figure } from '../../ui/figure/figure';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { QrCode } from '../../ui/qr-code/qr-code';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { minutesWord, timeParts } from '../../words';
import styles from '../text.module.scss';
import { dayText, gradesText, periodText, sumOf } from '../words';

/** One certificate as its holder sees it: the code to show, the paper to print, and every service on it. */
export default function CertificatePage() {
  const { certificateId } = useRouter().params;
  const request = certificateId ? { certificateId } : undefined;
  const answer = useRoute('GET /certificates/{certificateId}', request);
  const shown = 'data' in answer ? answer.data : undefined;
  return (
    <Page
      id='certificate'
      title='服务证明'
      bottom={shown?.state === 'issued' && <Open certificateId={shown.certificateId} />}
    >
      <Answer of={answer} shape='card'>
        {(data) => <Told it={data} />}
      </Answer>
    </Page>
  );
}

function Open({ certificateId }: { certificateId: string }) {
  const { busy, said, run } = useCommand();
  const [unopened, setUnopened] = useState(false);
  const open = () =>
    void run(async () => {
      setUnopened(false);
      const { url } = await call('GET /certificates/{certificateId}/file', { certificateId });
      setUnopened(!(await openPdf(url)));
    });
  const problem = said || (unopened ? '文件没有打开，请检查网络后再试' : '');
  return (
    <>
      {problem !== '' && (
        <Banner id='certificate-said' tone='error'>
          {problem}
        </Banner>
      )}
      <Button id='certificate-pdf' busy={busy} busyText='正在生成…' onPress={open}>
        打开 PDF，打印或转发
      </Button>
    </>
  );
}

function Told({ it }: { it: CertificateShown }) {
  const { revoked, document, issuer, rows } = it;
  return (
    <>
      {revoked && (
        <Banner
          id='certificate-revoked'
          tone='error'
          action={{ text: '重新开具', onPress: () => go('/certificates/issue/index') }}
        >
          {`${dayText(dayOf(revoked.at))}已吊销：${revocationReasons[revoked.reason]}`}
        </Banner>
      )}
      <Card id='certificate-sum' title={it.organisationName}>
        <Figure label='服务时长' tone='brand' parts={timeParts(sumOf(it.minutes))} />
        <Text className={styles.text}>{`${periodText(it)} · ${gradesText(it.minutes)}`}</Text>
        {!revoked && (
          <View className={styles.code}>
            <QrCode id='certificate-code' text={it.link} label='验证这份证明的二维码' />
          </View>
        )}
        <Text className={styles.centre}>{it.number}</Text>
        {!revoked && <Text className={styles.centre}>请对方用志愿云扫码，不联网也能验证真伪</Text>}
      </Card>
      <Card title='证明内容'>
        <ListRow title='姓名' extra={<Text>{it.name}</Text>} />
        <ListRow title='志愿者编号' extra={<Text>{it.volunteerNumber}</Text>} />
        <ListRow title={documentKinds[document.kind]} extra={<Text>{document.masked}</Text>} />
        <ListRow title='单位负责人' extra={<Text>{issuer.responsibleName}</Text>} />
        <ListRow title='经办人' extra={<Text>{issuer.handlerName}</Text>} />
        <ListRow title='联系电话' extra={<Text>{issuer.contactPhone}</Text>} />
        <ListRow title='出具日期' extra={<Text>{dayText(dayOf(it.issuedAt))}</Text>} />
      </Card>
      <Card title={`服务记录 ${rows.length} 次`}>
        {rows.map((row, index) => (
          <ListRow
            // biome-ignore lint/suspicious/noArrayIndexKey: what is on a certificate never changes its place
            key={index}
            title={row.title}
            note={dayText(row.day)}
            extra={<Text>{minutesWord(row.minutes)}</Text>}
          />
        ))}
      </Card>
    </>
  );
}
