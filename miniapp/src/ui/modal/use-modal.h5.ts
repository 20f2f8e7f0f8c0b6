import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

const reachable = 'button:not(:disabled), input, select, textarea, [tabindex]';

/**
 * While open: the focus moves into the element of the returned ref and stays there, Escape closes, and on closing the
 * focus goes back to where it was.
 */
export function useModal(open: boolean, onClose: () => void): RefObject<HTMLDivElement> {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const within = box.current;
    if (!open || !within) return;
    const before = document.activeElement;
    const stops = () => [...within.querySelectorAll<HTMLElement>(reachable)];
    stops()[0]?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key === 'Tab') keepInside(event, stops());
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open]);
  return box;
}

function keepInside(event: KeyboardEvent, stops: HTMLElement[]) {
  const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops[stops.length - 1] : stops[0])?.focus();
}
