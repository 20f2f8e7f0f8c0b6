import type { Route } from './api';
import type { Role } from './vocabulary';

/**
 * Who may call what: the only place where rights are written. `anyone` needs no session, `signed_in` needs one; a list
 * of roles means one of them, held in the organisation that the route's subject belongs to or in one above it.
 * A route without an entry does not compile.
 */
export const access = {
  'POST /sessions': 'anyone',
  'POST /sessions/refresh': 'anyone',
  'DELETE /sessions': 'signed_in',
  'GET /me': 'signed_in',
  'POST /me': 'signed_in',
  'PUT /me': 'signed_in',
  'GET /me/memberships': 'signed_in',
  'GET /activities': 'anyone',
  'POST /activities': ['organiser', 'admin'],
  'GET /activities/{activityId}': 'anyone',
  'GET /activities/{activityId}/poster': ['organiser', 'admin'],
  'GET /codes/{token}': 'anyone',
  'PUT /shifts/{shiftId}/signup': 'signed_in',
  'DELETE /shifts/{shiftId}/signup': 'signed_in',
  'GET /shifts/{shiftId}/board': ['organiser', 'admin'],
  'GET /shifts/{shiftId}/roster': ['organiser', 'admin'],
  'POST /shifts/{shiftId}/gates': ['organiser', 'admin'],
  'DELETE /shifts/{shiftId}/gates/{gate}': ['organiser', 'admin'],
  'POST /checkins': 'signed_in',
  'POST /claims': 'anyone',
  'POST /claims/{claimId}/confirmation': 'signed_in',
  'GET /me/records': 'signed_in',
  'GET /me/hours': 'signed_in',
  'GET /me/points': 'signed_in',
  'GET /stations': 'anyone',
  'GET /stations/{stationId}': 'anyone',
  'GET /rewards': 'anyone',
  'GET /rewards/{rewardId}': 'anyone',
  'POST /redemptions': 'signed_in',
  'GET /redemptions': 'signed_in',
  'GET /redemptions/{redemptionId}': 'signed_in',
  'DELETE /redemptions/{redemptionId}': 'signed_in',
  'POST /redemptions/{redemptionId}/pickup-code': 'signed_in',
  'POST /handovers': ['counter'],
} as const satisfies Record<Route, 'anyone' | 'signed_in' | readonly Role[]>;

/** Routes that answer without a session. */
export type OpenRoute = {
  [R in Route]: (typeof access)[R] extends 'anyone' ? R : never;
}[Route];
/** Routes that ask for a role. */
export type StaffRoute = {
  [R in Route]: (typeof access)[R] extends readonly Role[] ? R : never;
}[Route];
