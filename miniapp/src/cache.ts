import type { Request, Response, Route } from '#shared/api';
import { call } from './api';
import { serverNow } from './clock';
import { forget, readStored, store } from './device/storage';
import { ownerId } from './tokens';

/** `savedAt`: the server's time in ms. */
export type Kept<T> = { data: T; savedAt: number };
export type ReadRoute = Extract<Route, `GET ${string}`>;

const indexKey = 'cache-index';
const maxKept = 60;

/** The key of an answer. It carries the person's id, so that two people on one phone never see each other's. */
export function keyOf<R extends ReadRoute>(route: R, request: Request<R>): string {
  const fields = Object.entries(request as Record<string, unknown>)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `cache:${ownerId() ?? 'guest'}:${route}:${JSON.stringify(fields)}`;
}

export const readKept = <T>(key: string): Kept<T> | undefined => readStored<Kept<T>>(key);

/** Keeps an answer; when the phone is full the oldest half of the kept answers gives way. */
export function keepAnswer(key: string, kept: Kept<unknown>): void {
  let index = [...(readStored<string[]>(indexKey) ?? []).filter((one) => one !== key), key];
  const drop = (count: number) => {
    for (const old of index.slice(0, count)) forget(old);
    index = index.slice(count);
  };
  drop(Math.max(0, index.length - maxKept));
  if (!store(key, kept)) {
    drop(Math.ceil(index.length / 2));
    store(key, kept);
  }
  store(indexKey, index);
}

const inFlight = new Map<string, Promise<unknown>>();

/** Asks the cloud, once for all who ask the same at the same time, and keeps the answer. */
export function fetchAndKeep<R extends ReadRoute>(
  route: R,
  request: Request<R>,
): Promise<Kept<Response<R>>> {
  const key = keyOf(route, request);
  const running = inFlight.get(key) as Promise<Kept<Response<R>>> | undefined;
  if (running) return running;
  const started = call(route, request)
    .then((data) => {
      const kept = { data, savedAt: serverNow() };
      if (key === keyOf(route, request)) keepAnswer(key, kept);
      return kept;
    })
    .finally(() => inFlight.delete(key));
  inFlight.set(key, started);
  return started;
}
