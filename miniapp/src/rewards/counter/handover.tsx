import type { Response } from '#shared/api';
import { serverNow } from '../../clock';
import { sendAll, useOutcome } from '../../outbox';
import { Result } from '../../ui/result/result';
import { momentWord } from '../../words';

export type HandoverProps = { handoverId: string; onNext: () => void };

/** What became of one scan at the counter. Only `done` means that the thing may be given. */
export function Handover({ handoverId, onNext }: HandoverProps) {
  const shown = useOutcome({ id: handoverId, route: 'POST /handovers' });
  const next = { id: 'counter-next', text: '扫下一位', onPress: onNext };
  switch (shown?.outcome.status) {
    case 'done': {
      const given = shown.outcome.answer as Response<'POST /handovers'>;
      return (
        <Result
          id='handover-done'
          tone='done'
          headline='可以交付'
          text='请核对礼品后交给志愿者。'
          rows={[
            { label: '礼品', value: given.title },
            { label: '志愿者编号末位', value: given.volunteerTail },
            { label: '站点', value: given.stationName },
            { label: '时间', value: momentWord(given.handedOverAt, serverNow()) },
          ]}
          actions={[next]}
        />
      );
    }
    case 'refused':
      return (
        <Result
          id='handover-refused'
          tone='refused'
          headline='不能交付'
          text={shown.outcome.message}
          actions={[next]}
        />
      );
    default:
      return (
        <Result
          id='handover-pending'
          tone='waiting'
          headline='待同步，先不要交付'
          text={`还没有核销成功。联网后自动提交，成功后这里会显示“可以交付”。${
            shown?.outcome.status === 'pending' ? `（${shown.outcome.reason}）` : ''
          }`}
          actions={[{ id: 'counter-again', text: '现在重试', onPress: () => void sendAll() }, next]}
        />
      );
  }
}
