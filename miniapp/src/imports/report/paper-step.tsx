import { useRouter } from '@tarojs/taro';
import type { TypingReason } from '#shared/hours.words';
import type { MemberImport } from '#shared/imports';
import { call } from '../../api';
import { goInstead } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { useCommand } from '../../use-command';

/** What comes after a sign-in sheet was looked through: typing it for real, or that somebody else decides now. */
export function PaperStep({ of, organisationId }: { of: MemberImport; organisationId: string }) {
  const { fileId, reason = 'paper_list', note = '' } = useRouter().params;
  const { busy, said, run } = useCommand();
  const { paper, state, counts } = of;
  if (!paper || state === 'running') return null;
  if (!paper.dry) {
    return <Banner tone='info'>补录的每一行都要由另一位审核人逐条确认后才计入时长。</Banner>;
  }
  const fit = counts.find(({ outcome }) => outcome === 'can_type')?.rows ?? 0;
  const type = () =>
    run(async () => {
      const { importId } = await call('POST /shifts/{shiftId}/paper-list', {
        ...{ shiftId: paper.shiftId, fileId: fileId ?? '', dry: false },
        ...{ reason: reason as TypingReason, note: decodeURIComponent(note) },
      });
      goInstead('/imports/report/index', { organisationId, importId });
    });
  return (
    <>
      <Banner id='paper-dry' tone='waiting'>
        {`这是试读，还没有补录。${fit} 行可以补录${fileId ? '' : '，请重新选择文件后正式补录'}。`}
      </Banner>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      {fit > 0 && fileId && (
        <Button id='paper-type' busy={busy} busyText='正在提交…' onPress={() => void type()}>
          {`正式补录 ${fit} 行`}
        </Button>
      )}
    </>
  );
}
