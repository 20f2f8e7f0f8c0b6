import type { Gcj02 } from '#shared/place';

export async function callPhone(phoneNumber: string): Promise<void> {
  window.location.href = `tel:${phoneNumber}`;
}

/** Tencent's map page: GCJ-02 like everything here, and it opens the app where there is one. */
export async function openMap({
  place,
  name,
  address,
}: {
  place: Gcj02;
  name: string;
  address: string;
}): Promise<void> {
  const marker = `coord:${place.latitude},${place.longitude};title:${name};addr:${address}`;
  const link = `https://apis.map.qq.com/uri/v1/marker?marker=${encodeURIComponent(marker)}&referer=volunteer-cloud`;
  window.open(link, '_blank', 'noopener');
}
