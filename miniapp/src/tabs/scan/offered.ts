import { create } from 'zustand';

/** A text that was scanned elsewhere (a link, another page) and waits for the scan page to be shown. */
export const useOffered = create<{ text: string | undefined }>(() => ({ text: undefined }));

export const offer = (text: string): void => useOffered.setState({ text });

/** Takes it away, so that it is handled once. */
export function takeOffered(): string | undefined {
  const { text } = useOffered.getState();
  useOffered.setState({ text: undefined });
  return text;
}
