import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

/**
 * A server that behaves as sms.tencentcloudapi.com is documented to, for what the product uses of it: SendSms
 * 2021-01-11. Errors come with status 200 and an `Error`, or in the status of the one number, as there.
 */
export type SmsServer = {
  url: string;
  /** What arrived on phones, oldest first. */
  messages: readonly Message[];
  /** The next `times` (1) requests fail so. */
  fail(failure: SmsFailure): void;
  /** How often it was asked. */
  asked(): number;
  stop(): Promise<void>;
};
/** `about`: whom a guardian is told of; such a message carries no code. */
export type Message = { phone: string; code: string; about?: string; at: number };
export type SmsFailure = { times?: number } & (
  | { error: string }
  | { phone: string }
  | { status: number }
  | { timeout: true }
);
export type SmsApp = {
  secretId: string;
  secretKey: string;
  appId: string;
  signName: string;
  templateId: string;
  guardianTemplateId: string;
};
type Settings = SmsApp & {
  /** The time in which messages and limits are counted; signatures are of the machine's own time. */
  now?: () => number;
  onMessage?: (message: Message) => void;
  /** Whether the console's limits are on: a message in 30 seconds, 5 in an hour, 10 in a day. */
  limited?: boolean;
};

/** The account that the local cloud and the tests have there. */
export const localSmsApp: SmsApp = {
  secretId: 'AKIDlocal',
  secretKey: 'local-sms-secret',
  appId: '1400000000',
  signName: '志愿云',
  templateId: '1000001',
  guardianTemplateId: '1000002',
};

/** What a function reads from its environment to use the server. */
export const smsEnvironment = (url: string): Record<string, string> => ({
  SMS_API: url,
  SMS_SECRET_ID: localSmsApp.secretId,
  SMS_SECRET_KEY: localSmsApp.secretKey,
  SMS_APP_ID: localSmsApp.appId,
  SMS_SIGN_NAME: localSmsApp.signName,
  SMS_TEMPLATE_ID: localSmsApp.templateId,
  SMS_GUARDIAN_TEMPLATE_ID: localSmsApp.guardianTemplateId,
});

const keptMax = 500;

export async function startSmsServer(settings: Settings): Promise<SmsServer> {
  const messages: Message[] = [];
  const failures: { failure: SmsFailure; left: number }[] = [];
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    const failure = failures.find((one) => one.left-- > 0)?.failure;
    if (failure && 'timeout' in failure) return;
    if (failure && 'status' in failure) return reply(response, {}, failure.status);
    if (failure && 'error' in failure) return reply(response, errorOf(failure.error));
    textOf(request).then(
      (text) => {
        const refused = signatureError(request, text, settings);
        if (refused) return reply(response, errorOf(refused));
        const status = failure ? failure.phone : statusOf(JSON.parse(text), settings, messages);
        reply(response, statusAnswer(status));
      },
      () => reply(response, errorOf('FailedOperation.JsonParseFail')),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    messages,
    fail: (failure) => void failures.push({ failure, left: failure.times ?? 1 }),
    asked: () => asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const host = 'sms.tencentcloudapi.com';
const clockMs = 5 * 60_000;
const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const mac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** The documented check of TC3-HMAC-SHA256, from what arrived; the code of its error. */
function signatureError(
  { headers, method }: IncomingMessage,
  text: string,
  { secretId, secretKey }: Settings,
): string | undefined {
  const pattern =
    /^TC3-HMAC-SHA256 Credential=([^/]+)\/([\d-]+)\/sms\/tc3_request, ?SignedHeaders=([a-z;-]+), ?Signature=([0-9a-f]{64})$/;
  const given = pattern.exec(headers.authorization ?? '');
  if (!given) return 'AuthFailure.InvalidAuthorization';
  const [, id, day = '', signed = '', signature] = given;
  if (id !== secretId) return 'AuthFailure.SecretIdNotFound';
  const at = String(headers['x-tc-timestamp']);
  if (Math.abs(Date.now() - Number(at) * 1000) > clockMs) return 'AuthFailure.SignatureExpire';
  const lines = signed.split(';').map((name) => {
    const sent = name === 'host' ? host : String(headers[name] ?? '');
    return `${name}:${name === 'content-type' ? sent : sent.toLowerCase()}`;
  });
  const request = [method, '/', '', ...lines, '', signed, sha(text)].join('\n');
  const scope = `${day}/sms/tc3_request`;
  const wanted = ['TC3-HMAC-SHA256', at, scope, sha(request)].join('\n');
  const key = mac(mac(mac(`TC3${secretKey}`, day), 'sms'), 'tc3_request');
  if (mac(key, wanted).toString('hex') !== signature) return 'AuthFailure.SignatureFailure';
  if (headers['x-tc-action'] !== 'SendSms') return 'InvalidAction';
  return headers['x-tc-version'] === '2021-01-11' ? undefined : 'NoSuchVersion';
}

type Fields = Record<string, unknown>;

/** What each approved template has room for: a code and its minutes; a masked name. */
const fitsCode = (said: string[]): boolean =>
  said.length === 2 && said.every((one) => /^\d{1,6}$/.test(one));
const fitsGuardian = (said: string[]): boolean =>
  said.length === 1 && /^.{1,20}$/.test(said[0] ?? '');

function overLimit(messages: Message[], phone: string, at: number): string | undefined {
  const since = (ms: number) =>
    messages.filter((one) => one.phone === phone && one.at > at - ms).length;
  if (since(30_000) >= 1) return 'LimitExceeded.PhoneNumberThirtySecondLimit';
  if (since(3_600_000) >= 5) return 'LimitExceeded.PhoneNumberOneHourLimit';
  return since(86_400_000) >= 10 ? 'LimitExceeded.PhoneNumberDailyLimit' : undefined;
}

/** The code of the one number's status: `Ok`, and the message has arrived. */
function statusOf(
  { PhoneNumberSet, SmsSdkAppId, SignName, TemplateId, TemplateParamSet }: Fields,
  settings: Settings,
  messages: Message[],
): string {
  const { appId, signName, now = Date.now, onMessage, limited = false } = settings;
  if (SmsSdkAppId !== appId) return 'UnauthorizedOperation.SmsSdkAppIdVerifyFail';
  if (SignName !== signName) return 'FailedOperation.SignatureIncorrectOrUnapproved';
  if (TemplateId !== settings.templateId && TemplateId !== settings.guardianTemplateId)
    return 'FailedOperation.TemplateIncorrectOrUnapproved';
  const told = TemplateId === settings.guardianTemplateId;
  const said = (Array.isArray(TemplateParamSet) ? TemplateParamSet : []).map(String);
  const fits = told ? fitsGuardian(said) : fitsCode(said);
  if (!fits) return 'InvalidParameterValue.TemplateParameterFormatError';
  const phone = /^(?:\+?86|0086)?(1[3-9]\d{9})$/.exec(
    String((PhoneNumberSet as unknown[] | undefined)?.[0]),
  )?.[1];
  if (!phone) return 'InvalidParameterValue.IncorrectPhoneNumber';
  const at = now();
  const over = limited && overLimit(messages, phone, at);
  if (over) return over;
  const [first = ''] = said;
  const message = { phone, ...(told ? { code: '', about: first } : { code: first }), at };
  if (messages.push(message) > keptMax) messages.shift();
  onMessage?.(message);
  return 'Ok';
}

const RequestId = '00000000-0000-0000-0000-000000000000';
const errorOf = (Code: string): Fields => ({
  Response: { Error: { Code, Message: Code }, RequestId },
});
const statusAnswer = (Code: string): Fields => ({
  Response: {
    SendStatusSet: [
      { SerialNo: '', PhoneNumber: '', Fee: 1, SessionContext: '', Code, Message: Code },
    ],
    RequestId,
  },
});

function reply(response: ServerResponse, answer: Fields, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer));
}

const bodyBytesMax = 64 * 1024;

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString();
    if (text.length > bodyBytesMax) throw new Error('too large');
  }
  JSON.parse(text);
  return text;
}
