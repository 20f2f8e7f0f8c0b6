import { create } from 'zustand';
import type { District } from '#shared/vocabulary';
import { districts } from '#shared/vocabulary';
import { readStored, store } from './device/storage';

const key = 'device:district';

/** The district the person looks at, on every list the same; kept on the device. 市南区 until one is chosen. */
export const useDistrict = create<{ district: District }>(() => ({
  district: readStored<District>(key) ?? '370202',
}));

export function chooseDistrict(district: District): void {
  useDistrict.setState({ district });
  store(key, district);
}

/** The ten districts as a chooser lists them. */
export const districtOptions = Object.entries(districts).map(([value, text]) => ({ value, text }));
