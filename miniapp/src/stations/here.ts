import { create } from 'zustand';
import type { Located } from '../device/location';
import { locate, locateIfAllowed } from '../device/location';

/** Where the person is, as far as they said so since the app was opened. Nothing of it is kept or sent. */
export const useHere = create<{ located: Located | undefined; asking: boolean }>(() => ({
  located: undefined,
  asking: false,
}));

/** Asks for the position. Only on a tap, after a line that says why. */
export const findHere = (): Promise<void> => bring(locate);

/** Takes the position where it was allowed before; asks nobody. */
export const findHereIfAllowed = (): Promise<void> => bring(locateIfAllowed);

async function bring(way: () => Promise<Located>): Promise<void> {
  if (useHere.getState().asking) return;
  useHere.setState({ asking: true });
  const located = await way();
  // Not being allowed to look without asking is no answer of the person's.
  const said = located.status === 'found' || way === locate;
  useHere.setState(said ? { located, asking: false } : { asking: false });
}
