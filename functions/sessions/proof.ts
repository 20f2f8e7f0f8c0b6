import type { SmsPurpose } from '#shared/sessions';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, replace } from '../platform/table';
import type { SmsLog } from './sms-code.rules';
import { judgeCode } from './sms-code.rules';
import { codeMarks, smsAt } from './sms-code.table';

type Proof = { phone: string; code: string; requestId: string; purpose: SmsPurpose };

/**
 * That somebody holds a phone, by the code sent to it. The writes spend the code and belong in the commit of what it
 * opens; none are left when the same request spent it before. Refuses a code that is not good, and counts the try.
 */
export async function proved(
  log: SmsLog | undefined,
  proof: Proof,
  now: number,
): Promise<{ again: boolean; writes: Write[] }> {
  const { purpose, requestId, phone } = proof;
  const verdict = judgeCode(log, { purpose, requestId, marks: codeMarks(proof) }, now);
  if (verdict.status === 'again') return { again: true, writes: [] };
  if (verdict.status === 'refused') return refuse(verdict.code);
  const write = replace(smsAt(phone), verdict.log);
  if (verdict.status === 'right') return { again: false, writes: [write] };
  await commit([write]);
  return refuse('sms_code_wrong');
}
