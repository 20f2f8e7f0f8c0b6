import { dayMs, hourMs, minuteMs } from '#shared/time';
import type { SmsLog } from '../../../functions/sessions/sms-code.rules';
import {
  judgeCode,
  judgeSend,
  withCode,
  withoutSend,
} from '../../../functions/sessions/sms-code.rules';

const now = 1_800_000_000_000;
const times = (unitMs: number, ...agos: number[]): SmsLog =>
  sentAt(...agos.map((ago) => ago * unitMs));
const sentAt = (...agoMs: number[]): SmsLog => ({
  version: 1,
  sends: agoMs.map((ago, index) => ({ requestId: `r${index}`, at: now - ago })),
  expiresAt: 0,
});

describe('whether a message may go out', () => {
  test.each([
    ['nothing was sent yet', 'fit', undefined],
    ['one a minute ago', 'fit', sentAt(minuteMs)],
    ['one less than a minute ago', 'refused', sentAt(minuteMs - 1)],
    ['four in the hour', 'fit', times(minuteMs, 50, 40, 30, 2)],
    ['five in the hour', 'refused', times(minuteMs, 50, 40, 30, 20, 2)],
    ['nine in the day', 'fit', times(hourMs, 9, 8, 7, 6, 5, 4, 3, 2.5, 2)],
    ['ten in the day', 'refused', times(hourMs, 9, 8, 7, 6, 5, 4, 3, 2.5, 2, 1)],
    ['ten, the oldest a day ago', 'fit', times(hourMs, 24, 8, 7, 6, 5, 4, 3, 2.5, 2, 1)],
  ])('%s → %s', (_name, status, log) => {
    expect(judgeSend(log as SmsLog | undefined, 'new', now).status).toBe(status);
  });

  test('the same request again → sent before, however often the number was written to', () => {
    expect(judgeSend(sentAt(10, 9), 'r1', now)).toEqual({ status: 'sent_before', at: now - 9 });
  });

  test('a message that never left → neither it nor its code is there', () => {
    const log = withCode(sentAt(hourMs), { requestId: 'x', purpose: 'sign_in', mark: 'm' }, now);
    expect(withoutSend(log, 'x')).toEqual({ ...sentAt(hourMs), expiresAt: log.expiresAt });
  });

  test('what is older than a day is forgotten with the next code', () => {
    const log = withCode(sentAt(dayMs, 5), { requestId: 'x', purpose: 'change', mark: 'm' }, now);
    expect(log.sends.map(({ requestId }) => requestId)).toEqual(['r1', 'x']);
  });
});

describe('what a typed code is worth', () => {
  const log = withCode(undefined, { requestId: 'x', purpose: 'sign_in', mark: 'right' }, now);
  const codeWith = (change: object): SmsLog => ({
    ...log,
    ...(log.code && { code: { ...log.code, ...change } }),
  });
  const proof = (change: object = {}) => ({
    ...{ purpose: 'sign_in' as const, marks: ['right', 'older'], requestId: 'mine' },
    ...change,
  });
  const wrong = { marks: ['wrong'] };

  test.each([
    ['no code was sent', 'sms_code_expired', undefined, {}],
    ['a code for something else', 'sms_code_expired', log, { purpose: 'change' as const }],
    ['five minutes later', 'sms_code_expired', codeWith({ endsAt: now }), {}],
    ['spent by another request', 'sms_code_expired', codeWith({ spentBy: 'x' }), {}],
    ['spent by this one, another code', 'sms_code_expired', codeWith({ spentBy: 'mine' }), wrong],
    ['spent and out of tries', 'sms_code_expired', codeWith({ spentBy: 'x', tries: 5 }), {}],
    ['five wrong tries, then right', 'sms_code_exhausted', codeWith({ tries: 5 }), {}],
  ])('%s → %s', (_name, code, known, change) => {
    expect(judgeCode(known, proof(change), now)).toEqual({ status: 'refused', code });
  });

  test('wrong → one try more; the fifth is the last', () => {
    expect(judgeCode(codeWith({ tries: 4 }), proof(wrong), now)).toEqual({
      status: 'wrong',
      log: codeWith({ tries: 5 }),
    });
  });

  test('right → spent by this request, which may ask again', () => {
    const verdict = judgeCode(codeWith({ tries: 4 }), proof(), now);
    expect(verdict).toEqual({ status: 'right', log: codeWith({ tries: 4, spentBy: 'mine' }) });
    expect(judgeCode(codeWith({ spentBy: 'mine' }), proof(), now)).toEqual({ status: 'again' });
  });
});
