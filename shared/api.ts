import type * as z from 'zod';
import { activityRoutes } from './activities';
import { checkinRoutes } from './checkins';
import { pointRoutes } from './points';
import { rewardRoutes } from './rewards';
import { stationRoutes } from './stations';
import { volunteerRoutes } from './volunteers';

/** The whole HTTP surface. A route's name is the literal that also stands in serverless.yml, handler and page. */
export const api = {
  ...volunteerRoutes,
  ...activityRoutes,
  ...checkinRoutes,
  ...pointRoutes,
  ...stationRoutes,
  ...rewardRoutes,
} as const;

export type Api = typeof api;
export type Route = keyof Api;
/** What a client sends. */
export type Request<R extends Route> = z.input<Api[R]['request']>;
/** What a handler gets: checked, trimmed and coerced. */
export type Input<R extends Route> = z.output<Api[R]['request']>;
export type Response<R extends Route> = z.output<Api[R]['response']>;
