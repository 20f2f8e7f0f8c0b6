import { randomInt } from 'node:crypto';
import type { Response } from '#shared/api';
import { sessionRoutes } from '#shared/sessions';
import { minuteMs } from '#shared/time';
import { handleOpen } from '../platform/handle';
import { Refusal, refuse } from '../platform/refuse';
import { sendCode } from '../platform/sms';
import { commit, or, read, replace, save, untilWon } from '../platform/table';
import { codeMinutes, judgeSend, withCode, withoutSend } from './sms-code.rules';
import { codeMarks, countForAddress, smsAt } from './sms-code.table';

const route = 'POST /sms-codes';

/** Written before it is sent, so that the same request never sends twice, whatever becomes of this function. */
export const sendSmsCode = handleOpen(
  route,
  sessionRoutes[route],
  async ({ phone, purpose, requestId }, { now, address }) => {
    const at = smsAt(phone);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const sent = await untilWon(async () => {
      const [log] = await read(at);
      const verdict = judgeSend(log, requestId, now);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'sent_before') return { at: verdict.at, isNew: false };
      const [mark] = codeMarks({ phone, purpose, code });
      const outcome = await commit([
        save(at, log, withCode(log, { requestId, purpose, mark }, now)),
        or(countForAddress(address, now), 'sms_too_often'),
      ]);
      return outcome === 'done' ? { at: now, isNew: true } : refuse(outcome);
    });
    if (sent.isNew) await deliver({ phone, code, requestId });
    return shown(sent.at, now);
  },
);

type Message = { phone: string; code: string; requestId: string };

/** What surely was not sent is taken back: the person may try again at once, under the same id. */
async function deliver({ phone, code, requestId }: Message): Promise<void> {
  try {
    await sendCode(phone, code, codeMinutes);
  } catch (error) {
    if (error instanceof Refusal) await takeBack(phone, requestId);
    throw error;
  }
}

const takeBack = (phone: string, requestId: string): Promise<unknown> =>
  untilWon(async () => {
    const [log] = await read(smsAt(phone));
    return log && commit([replace(smsAt(phone), withoutSend(log, requestId))]);
  });

const shown = (at: number, now: number): Response<typeof route> => ({
  againAt: at + minuteMs,
  endsAt: at + codeMinutes * minuteMs,
  now,
});
