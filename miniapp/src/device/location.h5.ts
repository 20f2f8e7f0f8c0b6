import { gcj02 } from '#shared/place';
import type { Located } from './location';

const freshMs = 30_000;
const timeoutMs = 8_000;
let last: { at: number; located: Located } | undefined;

export async function locate(): Promise<Located> {
  if (last && Date.now() - last.at < freshMs) return last.located;
  const located = await ask();
  last = located.status === 'found' ? { at: Date.now(), located } : undefined;
  return located;
}

export async function locateIfAllowed(): Promise<Located> {
  try {
    const { state } = await navigator.permissions.query({ name: 'geolocation' });
    return state === 'granted' ? await locate() : { status: 'refused' };
  } catch {
    return { status: 'unavailable' };
  }
}

/** A page cannot open a browser's settings; the pages say so in words. */
export async function openLocationSettings(): Promise<void> {}

async function ask(): Promise<Located> {
  if (!navigator.geolocation) return { status: 'unavailable' };
  const found = await new Promise<GeolocationPosition | 'refused' | 'unavailable'>((resolve) => {
    navigator.geolocation.getCurrentPosition(
      resolve,
      ({ code }) => resolve(code === 1 ? 'refused' : 'unavailable'),
      { timeout: timeoutMs, maximumAge: freshMs },
    );
  });
  if (typeof found === 'string') return { status: found };
  // A browser says WGS-84, which lies some 460 m beside the maps' datum in Qingdao.
  const { default: gcoord } = await import('gcoord');
  const { longitude, latitude, accuracy } = found.coords;
  const [east, north] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02);
  return { status: 'found', place: gcj02(north, east), accuracyMeters: accuracy };
}
