import { readStored, store } from './device/storage';

/**
 * The server's time on the phone. Every answer that carries `now` sets the offset, so a wrong clock on the phone
 * harms nothing; the last offset is kept, so that the organiser's code rotates right after an offline start.
 */
const key = 'device:clock-offset';
let offsetMs: number | undefined;

/** The server's time in ms, as well as the phone knows it. */
export function serverNow(): number {
  offsetMs ??= readStored<number>(key) ?? 0;
  return Date.now() + offsetMs;
}

/** `now`: what the server said. The request left and came back at the two phone times, in ms. */
export function noteServerTime({
  now,
  sentAt,
  receivedAt,
}: {
  now: number;
  sentAt: number;
  receivedAt: number;
}): void {
  const heard = now - (sentAt + receivedAt) / 2;
  const slackMs = (receivedAt - sentAt) / 2;
  // A slow answer says less than what is known already, unless it disagrees by more than its own uncertainty.
  if (offsetMs !== undefined && Math.abs(heard - offsetMs) <= slackMs) return;
  offsetMs = Math.round(heard);
  store(key, offsetMs);
}
