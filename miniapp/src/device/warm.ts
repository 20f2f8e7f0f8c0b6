/** Fetches pages before they are needed. WeChat has them all, or fetches them by the preload rule of app.config. */
export function warmPages(_paths: string[]): void {}
