import type { Theme } from '../look';

/** Puts the chosen theme on the body, so that the tab bar and the edges follow it too. */
export function applyTheme(theme: Theme): void {
  document.body.classList.toggle('theme-light', theme === 'light');
  document.body.classList.toggle('theme-dark', theme === 'dark');
}
