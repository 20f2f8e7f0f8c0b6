import type { ServiceRecord } from '../records/record.rules';

type Noticed = Pick<ServiceRecord, 'state' | 'creditedMinutes' | 'noticeUntil'>;

/**
 * The minutes of a service that are not final: credited, and still (or not yet) shown to the public. A star rests on
 * what nobody can object to any more.
 */
export const notFinal = ({ state, creditedMinutes = 0, noticeUntil }: Noticed, now: number) =>
  state === 'credited' && (noticeUntil === undefined || noticeUntil > now) ? creditedMinutes : 0;
