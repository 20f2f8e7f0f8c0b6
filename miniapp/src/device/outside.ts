import Taro from '@tarojs/taro';
import type { Gcj02 } from '#shared/place';

/** What the phone does outside the app: calling, navigating. Turning back is no error. */
export async function callPhone(phoneNumber: string): Promise<void> {
  await Promise.resolve(Taro.makePhoneCall({ phoneNumber })).catch(() => undefined);
}

/** Opens the map at a place, for the way there. */
export async function openMap({
  place,
  name,
  address,
}: {
  place: Gcj02;
  name: string;
  address: string;
}): Promise<void> {
  const { latitude, longitude } = place;
  await Promise.resolve(Taro.openLocation({ latitude, longitude, name, address, scale: 16 })).catch(
    () => undefined,
  );
}
