import { create } from 'zustand';
import { readStored, store } from '../../device/storage';

const key = 'witness';

/**
 * Whether the person's scans carry the position. A leave of its own: whoever let the phone look for stations, where
 * nothing is sent, has not said so.
 */
export const useWitness = create<{ allowed: boolean }>(() => ({
  allowed: readStored<boolean>(key) === true,
}));

export function allowWitness({ allowed }: { allowed: boolean }): void {
  store(key, allowed);
  useWitness.setState({ allowed });
}
