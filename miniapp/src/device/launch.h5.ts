import { readStored, store } from './storage';

export function entryScene(): number | undefined {
  return undefined;
}

/** The link `/c/<token>` that the browser was opened with. It leaves the address bar, so that a reload scans nothing. */
export function launchText(): string | undefined {
  const { pathname, hash } = window.location;
  if (!pathname.startsWith('/c/')) return undefined;
  window.history.replaceState(window.history.state, '', `/${hash}`);
  return pathname;
}

/** 32 random characters of base64url that only this browser has: they bind a newcomer's scan to it. */
export function browserKey(): string | undefined {
  const key = 'device:browser-key';
  const known = readStored<string>(key);
  if (known) return known;
  const bytes = window.crypto.getRandomValues(new Uint8Array(24));
  const made = window
    .btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
  store(key, made);
  return made;
}
