import type { RulePackDraft } from '#shared/rule-packs';
import { qingdao } from '../../functions/rule-packs/shipped';

/** The city's pack as an administrator would change it: half hours as in Chongqing, from next year on. */
export function draftOfPack(more: Partial<RulePackDraft> = {}): RulePackDraft {
  const { id: _, version: __, ...pack } = qingdao;
  const steps = [
    { fromMinutes: 16, countsMinutes: 30 },
    { fromMinutes: 46, countsMinutes: 60 },
  ];
  return {
    ...pack,
    ...{ name: '青岛市志愿服务工时规则（2027）', source: '测试', validFrom: '20270101' },
    rounding: { kind: 'steps', short: steps, rest: steps },
    ...more,
  };
}
