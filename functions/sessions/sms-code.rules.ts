import type { RefusalCode } from '#shared/refusals';
import type { SmsPurpose } from '#shared/sessions';
import { dayMs, hourMs, minuteMs } from '#shared/time';

/** A code that was sent, as its mark. `spentBy` is the request that used it. Times in ms. */
export type SmsCode = {
  purpose: SmsPurpose;
  mark: string;
  tries: number;
  endsAt: number;
  spentBy?: string;
};
/** What was sent to a number in the last day, and its newest code; older codes are dead. */
export type SmsLog = {
  version: number;
  sends: { requestId: string; at: number }[];
  code?: SmsCode;
  /** TTL, in seconds. */
  expiresAt: number;
};

export const codeMinutes = 5;
const triesMax = 5;
/** The number's peace: a minute between two messages, and so many in an hour and in a day. */
const limits = [
  { withinMs: minuteMs, max: 1 },
  { withinMs: hourMs, max: 5 },
  { withinMs: dayMs, max: 10 },
];

export type Send =
  | { status: 'sent_before'; at: number }
  | { status: 'refused'; code: RefusalCode }
  | { status: 'fit' };

/** Whether another message may go to the number. The same request is never sent twice. */
export function judgeSend(log: SmsLog | undefined, requestId: string, now: number): Send {
  const sends = log?.sends ?? [];
  const before = sends.find((one) => one.requestId === requestId);
  if (before) return { status: 'sent_before', at: before.at };
  const tooMany = limits.some(
    ({ withinMs, max }) => sends.filter(({ at }) => at > now - withinMs).length >= max,
  );
  return tooMany ? { status: 'refused', code: 'sms_too_often' } : { status: 'fit' };
}

type NewCode = { requestId: string; purpose: SmsPurpose; mark: string };

/** The log with a new code, which takes the place of the one before. */
export function withCode(log: SmsLog | undefined, it: NewCode, now: number): SmsLog {
  const living = (log?.sends ?? []).filter(({ at }) => at > now - dayMs);
  const { requestId, purpose, mark } = it;
  return {
    version: log?.version ?? 1,
    sends: [...living, { requestId, at: now }],
    code: { purpose, mark, tries: 0, endsAt: now + codeMinutes * minuteMs },
    expiresAt: Math.ceil((now + dayMs) / 1000),
  };
}

/** The log without a message that surely never left: it counts for no limit and may be tried again. */
export function withoutSend({ code: _, ...log }: SmsLog, requestId: string): SmsLog {
  return { ...log, sends: log.sends.filter((one) => one.requestId !== requestId) };
}

export type CodeVerdict =
  | { status: 'again' }
  | { status: 'refused'; code: RefusalCode }
  | { status: 'wrong'; log: SmsLog }
  | { status: 'right'; log: SmsLog };
/** `marks`: of what was typed, under every living pepper. */
type Proof = { purpose: SmsPurpose; marks: readonly string[]; requestId: string };

/** What a typed code is worth. `log` is what must be written with whatever the code opens, or with the wrong try. */
export function judgeCode(log: SmsLog | undefined, proof: Proof, now: number): CodeVerdict {
  const code = log?.code;
  const dead = { status: 'refused', code: 'sms_code_expired' } as const;
  if (!log || !code || code.purpose !== proof.purpose || code.endsAt <= now) return dead;
  const right = proof.marks.includes(code.mark);
  if (code.spentBy !== undefined) {
    return right && code.spentBy === proof.requestId ? { status: 'again' } : dead;
  }
  if (code.tries >= triesMax) return { status: 'refused', code: 'sms_code_exhausted' };
  if (!right) return { status: 'wrong', log: { ...log, code: { ...code, tries: code.tries + 1 } } };
  return { status: 'right', log: { ...log, code: { ...code, spentBy: proof.requestId } } };
}
