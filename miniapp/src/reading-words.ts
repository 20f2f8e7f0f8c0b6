import type { ReadingPurpose } from '#shared/dependants';

/** What a member of staff may look at a minor's data for. */
export const purposeWords: Record<ReadingPurpose, string> = {
  attendance: '核对到场',
  safety: '现场安全',
  hours: '核对工时',
  membership: '处理入队申请',
  identity: '核实身份',
};
