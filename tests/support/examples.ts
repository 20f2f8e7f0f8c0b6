import type { Request, Route } from '#shared/api';
import { newRequestId } from '../../miniapp/src/ids';
import { place } from './given';

/** A well-formed request for every route; ids name nothing. Tests break it in one place at a time; a route without one does not compile. */
const id = '0123456789ab';
const token = 'A'.repeat(28);
const browserKey = 'b'.repeat(32);

export const examples = (): { [R in Route]: Request<R> } => ({
  'POST /sessions': { code: 'code' },
  'POST /sessions/refresh': { refreshToken: 'token' },
  'DELETE /sessions': {},
  'GET /me': {},
  'POST /me': {
    ...{ name: '李雷', district: '370202', birthMonth: '199001' },
    ...{ phoneNumber: '13800000000', consent: true },
  },
  'PUT /me': { name: '李雷', district: '370202' },
  'GET /me/memberships': {},
  'GET /activities': { district: '370202', day: '20261124' },
  'POST /activities': {
    ...{ requestId: newRequestId(), organisationId: id, title: '清洁', description: '清理沙滩' },
    ...{ category: 'environment', beneficiary: 'public', district: '370202', place },
    ...{ risks: '路滑', contact: '组织者' },
    shifts: [{ startsAt: 1_800_000_000_000, endsAt: 1_800_003_600_000, capacity: 10 }],
  },
  'GET /activities/{activityId}': { activityId: id },
  'GET /activities/{activityId}/poster': { activityId: id },
  'GET /codes/{token}': { token },
  'PUT /shifts/{shiftId}/signup': { shiftId: id },
  'DELETE /shifts/{shiftId}/signup': { shiftId: id },
  'GET /shifts/{shiftId}/board': { shiftId: id },
  'GET /shifts/{shiftId}/roster': { shiftId: id },
  'POST /shifts/{shiftId}/gates': { shiftId: id },
  'DELETE /shifts/{shiftId}/gates/{gate}': { shiftId: id, gate: 0 },
  'POST /checkins': {
    ...{ scanId: newRequestId(), token },
    location: { latitude: 36, longitude: 120, accuracyMeters: 10 },
  },
  'POST /claims': { token, browserKey },
  'POST /claims/{claimId}/confirmation': { claimId: 'c'.repeat(43), scanId: newRequestId() },
  'GET /me/records': {},
  'GET /me/hours': {},
  'GET /me/points': {},
  'GET /stations': {},
  'GET /stations/{stationId}': { stationId: id },
  'GET /rewards': { district: '370202' },
  'GET /rewards/{rewardId}': { rewardId: id },
  'POST /redemptions': { redemptionId: newRequestId(), rewardId: id, price: 1 },
  'GET /redemptions': {},
  'GET /redemptions/{redemptionId}': { redemptionId: newRequestId() },
  'DELETE /redemptions/{redemptionId}': { redemptionId: newRequestId() },
  'POST /redemptions/{redemptionId}/pickup-code': { redemptionId: newRequestId() },
  'POST /handovers': { handoverId: newRequestId(), token },
});
