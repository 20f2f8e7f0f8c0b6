import type { RefusalCode } from '#shared/refusals';
import { go, goTab } from '../../go';
import { Result } from '../../ui/result/result';

type Way = { id: string; text: string; onPress: () => void };

const scan: Way = {
  id: 'receipt-scan',
  text: '重新扫码',
  onPress: () => goTab('/tabs/scan/index'),
};
const records: Way = {
  id: 'receipt-records',
  text: '查看我的服务',
  onPress: () => go('/checkins/records/index'),
};
const activities: Way = {
  id: 'receipt-activities',
  text: '看看其他活动',
  onPress: () => go('/activities/list/index'),
};
const register: Way = {
  id: 'receipt-register',
  text: '去登记',
  onPress: () => go('/volunteers/register/index'),
};
const home: Way = {
  id: 'receipt-home',
  text: '回首页',
  onPress: () => goTab('/tabs/home/index'),
};

/** For each reason: what happened in a few words, and the way out. The sentence itself comes with the refusal. */
const reasons: Partial<Record<RefusalCode, { headline: string; way: Way }>> = {
  not_registered: { headline: '还没有登记', way: register },
  code_unreadable: { headline: '没有认出这个码', way: scan },
  code_forged: { headline: '不是志愿云的码', way: scan },
  code_wrong_kind: { headline: '这个码不能签到', way: scan },
  wrong_activity: { headline: '扫到了另一场活动', way: scan },
  code_ahead: { headline: '还没到使用时间', way: scan },
  code_stale: { headline: '码已过时', way: scan },
  upload_too_late: { headline: '上传太晚了', way: records },
  service_decided: { headline: '组织者已处理', way: records },
  gate_revoked: { headline: '签到口已停用', way: scan },
  digits_exhausted: { headline: '数字码输错太多次', way: scan },
  digits_wrong: { headline: '数字码不对', way: scan },
  claim_expired: { headline: '扫码已过 10 分钟', way: scan },
  shift_cancelled: { headline: '活动已取消', way: activities },
  shift_full: { headline: '名额已满', way: activities },
  checkin_too_early: { headline: '还没到签到时间', way: records },
  checkin_too_late: { headline: '活动已结束', way: records },
  not_checked_in: { headline: '还没有签到', way: scan },
  checkout_too_early: { headline: '刚刚签到', way: records },
  checkout_too_late: { headline: '已过签退时间', way: records },
  calendar_overlap: { headline: '时间有冲突', way: records },
  calendar_full: { headline: '报名太多了', way: records },
};

export function RefusedScan({ code, message }: { code: RefusalCode; message: string }) {
  const { headline, way } = reasons[code] ?? { headline: '没有成功', way: records };
  return (
    <Result
      id='receipt-refused'
      tone='refused'
      headline={headline}
      text={message}
      actions={[way, home]}
    />
  );
}
