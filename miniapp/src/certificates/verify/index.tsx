import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { codeIn } from '#shared/certificate-code';
import { revocationReasons } from '#shared/certificates.words';
import { serverNow } from '../../clock';
import { scanCode, scanPicture } from '../../device/scan';
import { goBack } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Page } from '../../ui/page/page';
import { Result } from '../../ui/result/result';
import { useCommand } from '../../use-command';
import { minutesWord, updatedWord } from '../../words';
import type { Verdict } from '../judge';
import { judge } from '../judge';
import styles from '../text.module.scss';
import type { Trust } from '../trust';
import { freshTrust, knownTrust } from '../trust';
import { dayText, gradesText, periodText, sumOf } from '../words';

/** Says of a certificate whether it is genuine: for anybody, without a session and without network. */
export default function VerifyPage() {
  const { code: given } = useRouter().params;
  const [code, setCode] = useState(given);
  const [trust, setTrust] = useState(knownTrust);
  const [asked, setAsked] = useState(false);
  const { busy, said, run } = useCommand();
  useEffect(() => {
    void freshTrust().then((fresh) => {
      setTrust(fresh);
      setAsked(true);
    });
  }, []);
  const look = (scan: typeof scanCode) => () =>
    void run(async () => {
      const found = await scan();
      if (found.status === 'cancelled') return undefined;
      if (found.status === 'unavailable') return found.reason;
      const read = codeIn(found.text);
      if (read === undefined) return '这不是服务证明上的二维码，请对准证明左侧的码再扫';
      setCode(read);
      return undefined;
    });
  const verdict = code === undefined ? undefined : judge(code, trust);
  // A key that is new to this phone may come with today's list.
  const waits = verdict?.state === 'unknown_key' && !asked;
  return (
    <Page id='verify' title='验证服务证明'>
      {said !== '' && (
        <Banner id='said' tone='error'>
          {said}
        </Banner>
      )}
      {verdict && !waits && (
        <Told verdict={verdict} trust={trust} onAgain={() => setCode(undefined)} />
      )}
      {waits && <Banner tone='waiting'>正在取公钥，请稍等</Banner>}
      {!verdict && (
        <Card id='verify-how' title='扫证明上的二维码'>
          <Text className={styles.text}>
            验证在本机完成，不上传内容，不联网也能用。改动过一个字的证明通不过验证。
          </Text>
          <Button id='verify-scan' busy={busy} onPress={look(scanCode)}>
            扫码验证
          </Button>
          {scanPicture && (
            <Button id='verify-picture' kind='plain' onPress={look(scanPicture)}>
              选择二维码图片
            </Button>
          )}
        </Card>
      )}
    </Page>
  );
}

type ToldProps = { verdict: Verdict; trust: Trust; onAgain: () => void };

const words = {
  unreadable: ['不是有效的证明', '二维码读不出证明内容，可能不是志愿云的证明，或内容被改动过。'],
  altered: ['验证不通过', '内容与签名对不上，这份证明被改动过，请不要采信。'],
  unknown_key: ['无法验证', '本机没有对应的公钥。请联网后再试；联网后仍这样，请不要采信。'],
} as const;

function Told({ verdict, trust, onAgain }: ToldProps) {
  const actions = [
    { id: 'verify-again', text: '再验一份', onPress: onAgain },
    { id: 'verify-back', text: '返回', onPress: goBack },
  ];
  if (!('essentials' in verdict)) {
    const [headline, text] = words[verdict.state];
    return (
      <Result
        id={`verdict-${verdict.state}`}
        tone='refused'
        headline={headline}
        text={text}
        actions={actions}
      />
    );
  }
  const { essentials: it } = verdict;
  const rows = [
    { label: '编号', value: it.number },
    { label: '姓名', value: it.name },
    { label: '证件尾号', value: it.lastFour },
    { label: '出具单位', value: it.organisationName },
    { label: '服务期间', value: periodText(it) },
    { label: '服务时长', value: minutesWord(sumOf(it.minutes)) },
    { label: '证据等级', value: gradesText(it.minutes) },
    { label: '出具日期', value: dayText(it.issuedOn) },
  ];
  if (verdict.state === 'revoked') {
    const why = revocationReasons[verdict.reason];
    return (
      <Result
        id='verdict-revoked'
        tone='refused'
        headline='已吊销'
        text={`签名是真的，但 ${dayText(verdict.day)} 已吊销：${why}。请向持有人索要新的证明。`}
        rows={rows}
        actions={actions}
      />
    );
  }
  return (
    <Result
      id='verdict-genuine'
      tone='done'
      headline='签名有效'
      text={`请核对纸面上的姓名、编号和时长与下面一致。${listWord(trust)}`}
      rows={rows}
      actions={actions}
    />
  );
}

/** How far one can know that it was not revoked since. */
function listWord({ at, since }: Trust): string {
  if (at === undefined) return '本机还没有吊销名单，联网后才能知道是否已吊销。';
  const from = since === undefined ? '' : `，名单只含 ${dayText(since)} 以后的吊销`;
  return `不在吊销名单里（名单${updatedWord(at, serverNow())}${from}）。`;
}
