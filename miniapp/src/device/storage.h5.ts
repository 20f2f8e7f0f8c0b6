/**
 * In a browser everything of a person belongs to the tab: a reload keeps it, and two tabs are two people. Keys that
 * begin with `device:` (text size, theme) are shared by all tabs.
 */
const shelf = (key: string): Storage =>
  key.startsWith('device:') ? window.localStorage : window.sessionStorage;

export function readStored<T>(key: string): T | undefined {
  try {
    const text = shelf(key).getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

export function store(key: string, value: unknown): boolean {
  try {
    shelf(key).setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    shelf(key).removeItem(key);
  } catch {
    // A browser that forbids storage keeps nothing, so there is nothing to forget.
  }
}
