import type { SmsPurpose } from '#shared/sessions';
import { hourMs } from '#shared/time';
import { smsHourKey, smsKey } from '../keys';
import type { At, Write } from '../platform/table';
import { wayMarks } from '../platform/vault';
import type { SmsLog } from './sms-code.rules';

/** No number stands in the table: a log lies under the number's mark, a code is kept as its mark. */
export const smsAt = (phone: string): At<SmsLog> => smsKey(wayMarks('sms', phone)[0].mark);

type Typed = { phone: string; purpose: SmsPurpose; code: string };

export const codeMarks = ({ phone, purpose, code }: Typed): [string, ...string[]] =>
  wayMarks('sms-code', `${phone}\n${purpose}\n${code}`).map(({ mark }) => mark) as [
    string,
    ...string[],
  ];

/** Carriers put many phones behind one address, so it may send for many; not for a whole city. */
const sendsMax = 100;

/** One more message for a network address in this hour; its condition fails when there were too many. */
export const countForAddress = (address: string, now: number): Write => ({
  Update: {
    Key: smsHourKey(wayMarks('address', address)[0].mark, Math.floor(now / hourMs)),
    UpdateExpression: 'SET #count = if_not_exists(#count, :none) + :one, #expiresAt = :expiresAt',
    ConditionExpression: 'attribute_not_exists(#count) OR #count < :max',
    ExpressionAttributeNames: { '#count': 'count', '#expiresAt': 'expiresAt' },
    ExpressionAttributeValues: {
      ':none': 0,
      ':one': 1,
      ':max': sendsMax,
      ':expiresAt': Math.ceil((now + 2 * hourMs) / 1000),
    },
  },
});
