import type { RefObject } from 'react';

/** WeChat keeps the focus of a screen reader itself: nothing to do. */
export function useModal(_open: boolean, _onClose: () => void): RefObject<never> | undefined {
  return undefined;
}
