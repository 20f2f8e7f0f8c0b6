import * as z from 'zod';
import * as value from './values';

/** Ways in: how somebody signs in and stays signed in. */

/** `code` is what wx.login gave, single use, 5 minutes. An openid from a client is never accepted. */
export const signInRequest = z.strictObject({ code: z.string().min(1).max(256) });

/** Both tokens are opaque to the phone. Times are the server's, in ms. */
export const session = z.object({
  volunteerId: value.id,
  accessToken: z.string().max(512),
  accessExpiresAt: value.instant,
  refreshToken: z.string().max(512),
  now: value.instant,
});
export type Session = z.infer<typeof session>;

/** A mainland mobile number. */
export const phoneNumber = z.string().regex(/^1[3-9]\d{9}$/);
/** What a person typed from the message. */
export const smsCode = z.string().regex(/^\d{6}$/);
const proof = { phone: phoneNumber, code: smsCode, requestId: value.requestId };

/** What a code is asked for; it opens nothing else. `recovery`: at a desk, for somebody else's new number. */
export const smsPurpose = z.enum(['sign_in', 'change', 'recovery']);
export type SmsPurpose = z.infer<typeof smsPurpose>;

/** The same whether or not somebody has the number. The same `requestId` sends once. */
export const smsSent = z.object({
  /** From when another code can be asked for. */
  againAt: value.instant,
  endsAt: value.instant,
  now: value.instant,
});

export const wayKind = z.enum(['weapp', 'phone']);
export type WayKind = z.infer<typeof wayKind>;
export const wayShown = z.object({
  kind: wayKind,
  /** 156******77, of a phone. */
  masked: z.string().optional(),
  since: value.instant,
  /** The one this session came by. */
  current: z.boolean(),
});
export type WayShown = z.infer<typeof wayShown>;

export const sessionRoutes = {
  'POST /sessions': { request: signInRequest, response: session },
  'POST /sessions/refresh': {
    request: z.strictObject({ refreshToken: z.string().min(1).max(512) }),
    response: session,
  },
  /** Signs out everywhere: every refresh token of the person dies. */
  'DELETE /sessions': { request: value.nothing, response: value.done },
  'POST /sms-codes': {
    request: z.strictObject({
      phone: phoneNumber,
      purpose: smsPurpose,
      requestId: value.requestId,
    }),
    response: smsSent,
  },
  /** The same `requestId` with the same code gives a session again, while the code lives. */
  'POST /sessions/by-phone': { request: z.strictObject(proof), response: session },
  'GET /me/ways': {
    request: value.nothing,
    response: z.object({ ways: z.array(wayShown) }),
  },
  /** Another phone as the way in; the old one and every session end, this phone gets a new one. */
  'PUT /me/phone': { request: z.strictObject(proof), response: session },
  /** This WeChat as the way in. */
  'PUT /me/wechat': {
    request: z.strictObject({ loginCode: z.string().min(1).max(256) }),
    response: session,
  },
} as const;
