/** Words of certificates. This file imports nothing. */

export const certificateStates = { issued: '有效', revoked: '已吊销' } as const;
export type CertificateState = keyof typeof certificateStates;

/** Why a certificate no longer holds: a closed list, published with its number. */
export const revocationReasons = {
  corrected: '其中的时长后来有更正',
  hours: '时长不真实',
  identity: '身份信息有误',
  other: '其他原因',
} as const;
export type RevocationReason = keyof typeof revocationReasons;

/** Whose document stands on it: one's own, or that of the guardian of somebody without one that was verified. */
export const documentKinds = {
  id_card: '居民身份证',
  guardian: '监护人的居民身份证',
} as const;
export type DocumentKind = keyof typeof documentKinds;
