export function vibrate(): void {
  // A browser refuses, and says so in its console, before the person has touched the page.
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(30);
}
