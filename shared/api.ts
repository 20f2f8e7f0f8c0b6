import type * as z from 'zod';
import { accountRoutes } from './accounts';
import { activityRoutes } from './activities';
import { bulletinRoutes } from './bulletins';
import { checkinRoutes } from './checkins';
import { complaintRoutes } from './complaints';
import { dependantRoutes } from './dependants';
import { draftRoutes } from './drafts';
import { fileRoutes } from './files';
import { searchRoutes } from './finding';
import { importRoutes } from './imports';
import { noticeRoutes } from './notices';
import { organisationRoutes } from './organisations';
import { paperRoutes } from './papers';
import { pointRoutes } from './points';
import { recoveryRoutes } from './recoveries';
import { rewardRoutes } from './rewards';
import { sessionRoutes } from './sessions';
import { signupRoutes, trainingRoutes } from './signups';
import { stationRoutes } from './stations';
import { volunteerRoutes } from './volunteers';

/** The whole HTTP surface. A route's name is the literal that also stands in serverless.yml, handler and page. */
export const api = {
  ...sessionRoutes,
  ...volunteerRoutes,
  ...accountRoutes,
  ...organisationRoutes,
  ...activityRoutes,
  ...draftRoutes,
  ...signupRoutes,
  ...trainingRoutes,
  ...checkinRoutes,
  ...complaintRoutes,
  ...dependantRoutes,
  ...noticeRoutes,
  ...bulletinRoutes,
  ...searchRoutes,
  ...paperRoutes,
  ...pointRoutes,
  ...stationRoutes,
  ...rewardRoutes,
  ...recoveryRoutes,
  ...fileRoutes,
  ...importRoutes,
} as const;

export type Api = typeof api;
export type Route = keyof Api;
/** What a client sends. */
export type Request<R extends Route> = z.input<Api[R]['request']>;
/** What a handler gets: checked, trimmed and coerced. */
export type Input<R extends Route> = z.output<Api[R]['request']>;
export type Response<R extends Route> = z.output<Api[R]['response']>;
