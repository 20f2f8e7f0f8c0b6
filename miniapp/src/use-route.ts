import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import type { Request, Response } from '#shared/api';
import { call, lastChangeAt, Refused, Unreachable } from './api';
import type { Kept, ReadRoute } from './cache';
import { fetchAndKeep, keyOf, readKept } from './cache';
import { usePerson } from './tokens';

/**
 * What a page sees of an answer. `stale` is a kept answer: while the new one is fetched, or with the `reason` why
 * none came.
 */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; data: T; savedAt: number }
  | { state: 'stale'; data: T; savedAt: number; reason?: string }
  | { state: 'failed'; reason: string }
  | { state: 'refused'; refusal: Refused };

/** Counts how often everything on screen was asked for anew. */
const useTurn = create(() => ({ turn: 0 }));
/** Asks anew for everything on screen, because the network returned, something was settled, or time was moved. */
export const refreshAll = (): void => useTurn.setState(({ turn }) => ({ turn: turn + 1 }));

/** A page that is shown again within this time shows what it has, unless something was changed meanwhile. */
const freshMs = 3_000;

/**
 * The answer of a GET route: the kept one at once, then the fresh one; asked again when the page comes back, is pulled
 * down, or the person changes. An undefined request asks nothing (state stays `loading`).
 */
export function useRoute<R extends ReadRoute>(
  route: R,
  request: Request<R> | undefined,
): Loaded<Response<R>> & { refresh: () => Promise<void> } {
  const owner = usePerson((it) => it.person?.volunteerId);
  const turn = useTurn((it) => it.turn);
  const key = request && keyOf(route, request);
  const [shown, show] = useState<{ key: string | undefined; loaded: Loaded<Response<R>> }>(() => ({
    key,
    loaded: initial(key),
  }));
  const latest = useRef({ key, request });
  latest.current = { key, request };
  const askedAt = useRef(0);

  const refresh = useCallback(async () => {
    const asked = latest.current;
    if (!asked.request || !asked.key) return;
    askedAt.current = Date.now();
    const loaded = await fetchAndKeep(route, asked.request).then(
      (kept): Loaded<Response<R>> => ({ state: 'ready', ...kept }),
      (error: unknown) => afterFailure(error, readKept<Response<R>>(asked.key ?? '')),
    );
    // The page may have moved on to another question, or be gone, while this answer was under way.
    if (latest.current.key === asked.key) show({ key: asked.key, loaded });
  }, [route]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed key or person is a new question
  useEffect(() => {
    show({ key, loaded: initial(key) });
    void refresh();
  }, [key, owner, refresh]);
  useEffect(() => {
    if (turn > 0) void refresh();
  }, [turn, refresh]);
  useEffect(
    () => () => {
      latest.current = { key: undefined, request: undefined };
    },
    [],
  );
  useDidShow(() => {
    const old = Date.now() - askedAt.current > freshMs || lastChangeAt() >= askedAt.current;
    if (old) void refresh();
  });
  usePullDownRefresh(() => {
    void refresh().then(() => Taro.stopPullDownRefresh());
  });

  return { ...(shown.key === key ? shown.loaded : initial<Response<R>>(key)), refresh };
}

function initial<T>(key: string | undefined): Loaded<T> {
  const kept = key === undefined ? undefined : readKept<T>(key);
  return kept ? { state: 'stale', ...kept } : { state: 'loading' };
}

/** What a failed refresh means for what is on screen. A refusal replaces it: what may not be seen is not shown. */
export function afterFailure<T>(error: unknown, kept: Kept<T> | undefined): Loaded<T> {
  const passing = !(error instanceof Refused) || error.status >= 500 || error.status === 429;
  if (!passing) return { state: 'refused', refusal: error };
  const { message: reason } = error instanceof Refused ? error : new Unreachable();
  return kept ? { state: 'stale', ...kept, reason } : { state: 'failed', reason };
}

type PagedRoute = {
  [R in ReadRoute]: 'cursor' extends keyof Request<R> ? R : never;
}[ReadRoute];
export type Tail = 'more' | 'loading' | 'failed' | 'end';

/**
 * A list that comes in pages: the first as `useRoute` gives it, the rest when the end of the page is reached. `rows`
 * is empty until there is an answer; `tail` says what stands under the last row.
 */
export function usePages<R extends PagedRoute, Row>(
  route: R,
  request: Request<R> | undefined,
  rowsOf: (answer: Response<R>) => Row[],
) {
  const first = useRoute(route, request);
  const head = 'data' in first ? first.data : undefined;
  const [rest, setRest] = useState<Rest<Response<R>>>({ pages: [], tail: 'more' });
  // Another first page begins another list: what was loaded after the old one is dropped.
  const mine = rest.head === head ? rest : { head, pages: [], tail: 'more' as const };
  const cursor = (mine.pages[mine.pages.length - 1] ?? head) as { cursor?: string } | undefined;
  const tail: Tail = cursor?.cursor === undefined ? 'end' : mine.tail;

  const loadMore = async () => {
    if (!request || cursor?.cursor === undefined || mine.tail === 'loading') return;
    setRest({ ...mine, tail: 'loading' });
    const next = await call(route, { ...request, cursor: cursor.cursor }).catch(() => undefined);
    const known = next && { ...mine, pages: [...mine.pages, next], tail: 'more' as const };
    setRest((now) => (now.head === mine.head ? (known ?? { ...mine, tail: 'failed' }) : now));
  };
  useReachBottom(() => {
    if (tail === 'more') void loadMore();
  });

  const pages = head === undefined ? [] : [head, ...mine.pages];
  const rows = pages.reduce<Row[]>((all, page) => all.concat(rowsOf(page)), []);
  return { ...first, rows, tail, loadMore };
}

type Rest<T> = { head?: T | undefined; pages: T[]; tail: Exclude<Tail, 'end'> };
