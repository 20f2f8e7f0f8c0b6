import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { TypingReason } from '#shared/hours.words';
import { typingReasons } from '#shared/hours.words';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { pickFile } from '../../device/pick-file';
import { go } from '../../go';
import { SignInFirst } from '../../sign-in/sign-in-first';
import { usePerson } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { spanWord } from '../../words';
import { endings, obstacleIn, paperTemplate, send } from '../bring';
import { HowTo } from '../how-to';

const reasons = (Object.keys(typingReasons) as TypingReason[]).map((value) => ({
  value,
  text: typingReasons[value],
}));

const steps = [
  '表头要有“姓名”“手机号”“签到”“签退”四列，时间写成 8:30 这样。',
  '先试读一遍：每一行能不能补录、为什么，都会列出来，不会写入。',
  '确认后正式补录。每一行再由另一位审核人逐条确认，并进入补录公示。',
  '同一张表重复导入，不会重复补录。',
];

/** A sign-in sheet of paper is looked through first, and then typed row by row. */
export default function PaperPage() {
  const { shiftId } = useRouter().params;
  const signedIn = usePerson((it) => it.person !== undefined);
  const sheet = useRoute(
    'GET /shifts/{shiftId}/typed-hours',
    signedIn && shiftId ? { shiftId } : undefined,
  );
  if (!signedIn) {
    return <SignInFirst id='paper' title='导入签到表' text='组织管理员登录后可以导入签到表。' />;
  }
  return (
    <Page id='paper' title='导入签到表'>
      <Answer of={sheet} shape='card'>
        {(it) => (
          <>
            <Card>
              <ListRow title={it.title} note={spanWord(it, serverNow())} />
            </Card>
            <HowTo id='paper-template' steps={steps} template={paperTemplate} />
            <PaperForm shiftId={it.shiftId} organisationId={it.organisationId} />
          </>
        )}
      </Answer>
    </Page>
  );
}

type FormProps = { shiftId: string; organisationId: string };

function PaperForm({ shiftId, organisationId }: FormProps) {
  const [reason, setReason] = useState<string>('paper_list');
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const [obstacle, setObstacle] = useState('');
  const { busy, said, run } = useCommand();
  const choose = async () => {
    const short = Array.from(note.trim()).length < 10;
    setError(short ? '请写清楚情况，至少 10 个字' : undefined);
    if (short) return;
    const file = await pickFile(endings);
    if (!file) return;
    const wrong = obstacleIn(file) ?? '';
    setObstacle(wrong);
    if (wrong !== '') return;
    await run(async () => {
      const told = { reason: reason as TypingReason, note: note.trim() };
      const fileId = await send(file);
      const { importId } = await call('POST /shifts/{shiftId}/paper-list', {
        ...{ shiftId, fileId, dry: true, ...told },
      });
      go('/imports/report/index', { organisationId, importId, fileId, ...told });
    });
  };
  const wrong = obstacle || said;
  return (
    <>
      <PickerField
        {...{ id: 'paper-reason', label: '为什么没有扫码', kind: 'option', value: reason }}
        {...{ options: reasons, onChange: setReason }}
        hint='会公开在补录公示里'
      />
      <Field
        {...{ id: 'paper-note', label: '情况说明', value: note, maxLength: 200, multiline: true }}
        {...{ onChange: setNote }}
        hint='10 到 200 字，只给审核人和审计员看'
        {...(error !== undefined && { error })}
      />
      {wrong !== '' && (
        <Banner id='paper-said' tone='error'>
          {wrong}
        </Banner>
      )}
      <Button
        id='paper-choose'
        busy={busy}
        busyText='正在上传并试读…'
        onPress={() => void choose()}
      >
        选择签到表，先试读
      </Button>
    </>
  );
}
