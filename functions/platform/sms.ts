import { createHash, createHmac } from 'node:crypto';
import { localOnly, required } from './config';
import { refuse } from './refuse';

/**
 * Short messages by Tencent Cloud SMS, SendSms 2021-01-11, signed with TC3-HMAC-SHA256 as its documents tell. The one
 * place that speaks to it; the local cloud points `SMS_API` at a server that behaves as documented.
 */
const host = 'sms.tencentcloudapi.com';
const service = 'sms';
const contentType = 'application/json; charset=utf-8';
const timeoutMs = 5_000;

type Status = { Code?: string };
type Answer = { Response?: { Error?: Status; SendStatusSet?: Status[] } };

/**
 * Sends a code to a mainland number; the approved template has two places: the code, and its minutes. Refuses when
 * it surely was not sent; `unknown` when no answer came: the message may still arrive.
 */
export const sendCode = (phone: string, code: string, minutes: number) =>
  sendBy('SMS_TEMPLATE_ID', phone, [code, String(minutes)]);

/** Tells the guardian of a minor that the minor registered; the approved template has one place: the masked name. */
export const sendGuardianWord = (phone: string, maskedName: string) =>
  sendBy('SMS_GUARDIAN_TEMPLATE_ID', phone, [maskedName]);

type Template = 'SMS_TEMPLATE_ID' | 'SMS_GUARDIAN_TEMPLATE_ID';

async function sendBy(template: Template, phone: string, TemplateParamSet: string[]) {
  const payload = JSON.stringify({
    PhoneNumberSet: [`+86${phone}`],
    SmsSdkAppId: required('SMS_APP_ID'),
    SignName: required('SMS_SIGN_NAME'),
    TemplateId: required(template),
    TemplateParamSet,
  });
  const answer = await ask(payload);
  if (answer === undefined) return 'unknown' as const;
  const { Error: failed, SendStatusSet: [status] = [] } = answer.Response ?? {};
  const outcome = failed?.Code ?? status?.Code ?? '';
  return outcome === 'Ok' ? ('sent' as const) : refuse(refusalOf(outcome));
}

/** Undefined when the time was over: whoever was not reached at all has surely sent nothing. */
async function ask(payload: string): Promise<Answer | undefined> {
  const url = localOnly('SMS_API') ?? `https://${host}`;
  const request = { method: 'POST', headers: headersOf(payload), body: payload };
  try {
    const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(timeoutMs) });
    return answer.ok ? ((await answer.json()) as Answer) : {};
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? undefined : {};
  }
}

const action = 'SendSms';

function headersOf(payload: string): Record<string, string> {
  const at = Math.floor(Date.now() / 1000);
  const key = { secretId: required('SMS_SECRET_ID'), secretKey: required('SMS_SECRET_KEY') };
  return {
    'content-type': contentType,
    'x-tc-action': action,
    'x-tc-version': '2021-01-11',
    'x-tc-timestamp': String(at),
    'x-tc-region': 'ap-beijing',
    authorization: authorizationOf(payload, { ...key, host, service, action, at }),
  };
}

const mac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

type Signing = {
  secretId: string;
  secretKey: string;
  host: string;
  service: string;
  action: string;
  /** Unix time in seconds. */
  at: number;
};

/** The Authorization header of a POST with a JSON body. */
export function authorizationOf(payload: string, it: Signing): string {
  const day = new Date(it.at * 1000).toISOString().slice(0, 10);
  const scope = `${day}/${it.service}/tc3_request`;
  const headers = [
    `content-type:${contentType}`,
    `host:${it.host}`,
    `x-tc-action:${it.action.toLowerCase()}`,
  ];
  const signed = 'content-type;host;x-tc-action';
  const request = ['POST', '/', '', ...headers, '', signed, digest(payload)].join('\n');
  const text = ['TC3-HMAC-SHA256', it.at, scope, digest(request)].join('\n');
  const key = mac(mac(mac(`TC3${it.secretKey}`, day), it.service), 'tc3_request');
  const signature = mac(key, text).toString('hex');
  const credential = `Credential=${it.secretId}/${scope}`;
  return `TC3-HMAC-SHA256 ${credential}, SignedHeaders=${signed}, Signature=${signature}`;
}

/** Limits of one number are the person's to wait for; all other limits and faults are ours to repair. */
function refusalOf(code: string) {
  if (code.startsWith('LimitExceeded.PhoneNumber')) return 'sms_too_often';
  return unreachable.includes(code) ? 'phone_unreachable' : 'sms_unavailable';
}

const unreachable = [
  'InvalidParameterValue.IncorrectPhoneNumber',
  'FailedOperation.PhoneNumberInBlacklist',
  'UnsupportedOperation.ChineseMainlandTemplateToGlobalPhone',
];
