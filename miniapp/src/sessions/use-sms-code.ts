import { useEffect, useRef, useState } from 'react';
import type { SmsPurpose } from '#shared/sessions';
import { call, sentenceOf, Unreachable } from '../api';
import { serverNow } from '../clock';
import { localSmsCode } from '../device/login';
import { newRequestId } from '../ids';

/** A number, the code that was sent to it, and when another can be asked for. */
export function useSmsCode(purpose: SmsPurpose) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<{ phone?: string; code?: string }>({});
  const [busy, setBusy] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  const [localCode, setLocalCode] = useState<string>();
  const { secondsLeft, waitUntil } = useCountdown();
  const ids = useRequestIds();

  const send = async () => {
    const number = phone.trim();
    if (busy || secondsLeft > 0) return;
    if (!isPhone(number)) return setWrong({ phone: '请填写 11 位手机号' });
    setWrong({});
    setBusy(true);
    const requestId = ids.of(`${purpose} ${number}`);
    try {
      const answer = await call('POST /sms-codes', { phone: number, purpose, requestId });
      ids.settle();
      waitUntil(answer.againAt);
      setSentTo(number);
      setLocalCode(await localSmsCode(number));
    } catch (error) {
      if (!(error instanceof Unreachable)) ids.settle();
      setWrong({ phone: sentenceOf(error) });
    }
    setBusy(false);
  };
  /** The number and its code, when both look right; else says what is missing. */
  const proof = (): { phone: string; code: string } | undefined => {
    const found = {
      ...(!isPhone(phone.trim()) && { phone: '请填写 11 位手机号' }),
      ...(!/^\d{6}$/.test(code.trim()) && { code: '请填写短信里的 6 位数字' }),
    };
    setWrong(found);
    return Object.keys(found).length > 0 ? undefined : { phone: phone.trim(), code: code.trim() };
  };
  return {
    ...{ phone, code, wrong, busy, sentTo, localCode, secondsLeft, send, proof },
    changePhone: (typed: string) => {
      setPhone(typed);
      setWrong({});
    },
    changeCode: (typed: string) => {
      setCode(typed);
      setWrong({});
    },
  };
}

export type SmsCodeState = ReturnType<typeof useSmsCode>;

const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

/** Whole seconds until a moment of the cloud's time. */
function useCountdown() {
  const [endsAt, waitUntil] = useState(0);
  const [, tick] = useState(0);
  const secondsLeft = Math.max(0, Math.ceil((endsAt - serverNow()) / 1000));
  const waiting = secondsLeft > 0;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, [waiting]);
  return { secondsLeft, waitUntil };
}

/** The same thing asked for again keeps its id until an answer came: so it happens once. */
export function useRequestIds() {
  const open = useRef<{ what: string; id: string }>();
  return {
    of: (what: string): string => {
      if (open.current?.what !== what) open.current = { what, id: newRequestId() };
      return open.current.id;
    },
    settle: (): void => {
      open.current = undefined;
    },
  };
}
