import { authorizationOf, sendCode } from '../../../functions/platform/sms';
import type { SmsFailure, SmsServer } from '../../../local/sms-server';
import { localSmsApp, smsEnvironment, startSmsServer } from '../../../local/sms-server';

let server: SmsServer;
beforeAll(async () => {
  server = await startSmsServer(localSmsApp);
});
afterAll(() => server.stop());
beforeEach(() => Object.assign(process.env, smsEnvironment(server.url)));

const phone = '15612345677';
const send = () => sendCode(phone, '123456', 5);
const refused = (code: string) => expect.objectContaining({ code });

test('the example that the documents calculate → the signature they print', () => {
  const payload =
    '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}';
  const stars = '*'.repeat(32);
  const authorization = authorizationOf(payload, {
    secretId: `AKID${stars}`,
    secretKey: stars,
    host: 'cvm.tencentcloudapi.com',
    service: 'cvm',
    action: 'DescribeInstances',
    at: 1_551_113_065,
  });
  expect(authorization).toBe(
    `TC3-HMAC-SHA256 Credential=AKID${stars}/2019-02-25/cvm/tc3_request, ` +
      'SignedHeaders=content-type;host;x-tc-action, ' +
      'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
  );
});

test('a good request → the message arrives at the number, with the code', async () => {
  expect(await send()).toBe('sent');
  expect(server.messages.at(-1)).toMatchObject({ phone, code: '123456' });
});

test.each([
  ['another key', { SMS_SECRET_KEY: 'wrong' }],
  ['an unknown key', { SMS_SECRET_ID: 'AKIDother' }],
  ['another application', { SMS_APP_ID: '1' }],
  ['a signature that was not approved', { SMS_SIGN_NAME: '别人' }],
  ['a template that was not approved', { SMS_TEMPLATE_ID: '2' }],
])('%s → sms_unavailable, and nothing is sent', async (_name, settings) => {
  Object.assign(process.env, settings);
  const before = server.messages.length;
  await expect(send()).rejects.toEqual(refused('sms_unavailable'));
  expect(server.messages.length).toBe(before);
});

const failures: [string, SmsFailure, string][] = [
  [
    'the number too often',
    { phone: 'LimitExceeded.PhoneNumberThirtySecondLimit' },
    'sms_too_often',
  ],
  ['the number in an hour', { phone: 'LimitExceeded.PhoneNumberOneHourLimit' }, 'sms_too_often'],
  ['the number in a day', { phone: 'LimitExceeded.PhoneNumberDailyLimit' }, 'sms_too_often'],
  ['a bad number', { phone: 'InvalidParameterValue.IncorrectPhoneNumber' }, 'phone_unreachable'],
  ['wants no messages', { phone: 'FailedOperation.PhoneNumberInBlacklist' }, 'phone_unreachable'],
  [
    'no money left',
    { phone: 'FailedOperation.InsufficientBalanceInSmsPackage' },
    'sms_unavailable',
  ],
  ['throttled', { error: 'RequestLimitExceeded' }, 'sms_unavailable'],
  ['a clock that is wrong', { error: 'AuthFailure.SignatureExpire' }, 'sms_unavailable'],
  ['down', { status: 502 }, 'sms_unavailable'],
];
test.each(failures)('%s → %p is %s', async (_name, failure, fact) => {
  server.fail(failure);
  await expect(send()).rejects.toEqual(refused(fact));
});

test('nobody there → sms_unavailable: it surely was not sent', async () => {
  process.env.SMS_API = 'http://127.0.0.1:1';
  await expect(send()).rejects.toEqual(refused('sms_unavailable'));
});

test('no answer in five seconds → unknown: the message may still arrive', async () => {
  server.fail({ timeout: true });
  expect(await send()).toBe('unknown');
}, 10_000);

test('a deployed stage → a fake server is refused, not used', async () => {
  process.env.AWS_LAMBDA_RUNTIME_API = 'x';
  const asked = server.asked();
  await expect(send()).rejects.toThrow('SMS_API is refused in a deployed stage');
  delete process.env.AWS_LAMBDA_RUNTIME_API;
  expect(server.asked()).toBe(asked);
});
