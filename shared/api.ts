import type * as z from 'zod';
import { accountRoutes } from './accounts';
import { activityRoutes } from './activities';
import { bulletinRoutes } from './bulletins';
import { certificateRoutes } from './certificates';
import { checkinRoutes } from './checkins';
import { complaintRoutes } from './complaints';
import { dependantRoutes } from './dependants';
import { disputeRoutes } from './disputes';
import { draftRoutes } from './drafts';
import { fileRoutes } from './files';
import { searchRoutes } from './finding';
import { hoursRoutes } from './hours';
import { importedHoursRoutes } from './imported-hours';
import { importRoutes } from './imports';
import { noticeRoutes } from './notices';
import { organisationRoutes } from './organisations';
import { paperRoutes } from './papers';
import { pointRoutes } from './points';
import { recoveryRoutes } from './recoveries';
import { rewardRoutes } from './rewards';
import { rulePackRoutes } from './rule-packs';
import { sessionRoutes } from './sessions';
import { settlementRoutes } from './settlements';
import { shiftRoutes } from './shifts';
import { signupRoutes, trainingRoutes } from './signups';
import { stationRoutes } from './stations';
import { suspicionRoutes } from './suspicions';
import { typedHoursRoutes } from './typed-hours';
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
  ...shiftRoutes,
  ...checkinRoutes,
  ...hoursRoutes,
  ...settlementRoutes,
  ...disputeRoutes,
  ...certificateRoutes,
  ...complaintRoutes,
  ...dependantRoutes,
  ...noticeRoutes,
  ...bulletinRoutes,
  ...searchRoutes,
  ...paperRoutes,
  ...pointRoutes,
  ...stationRoutes,
  ...suspicionRoutes,
  ...rewardRoutes,
  ...recoveryRoutes,
  ...fileRoutes,
  ...importRoutes,
  ...importedHoursRoutes,
  ...rulePackRoutes,
  ...typedHoursRoutes,
} as const;

export type Api = typeof api;
export type Route = keyof Api;
/** What a client sends. */
export type Request<R extends Route> = z.input<Api[R]['request']>;
/** What a handler gets: checked, trimmed and coerced. */
export type Input<R extends Route> = z.output<Api[R]['request']>;
export type Response<R extends Route> = z.output<Api[R]['response']>;
