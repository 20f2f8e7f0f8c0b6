import { access } from '#shared/access';
import { api } from '#shared/api';
import { organisationRoles } from '#shared/vocabulary';

test('every route of the contract has its right, and no right is left over', () => {
  expect(Object.keys(access).sort()).toEqual(Object.keys(api).sort());
});

test('these routes, and no others, answer without a session', () => {
  const open = Object.entries(access).flatMap(([route, who]) => (who === 'anyone' ? [route] : []));
  expect(open.sort()).toEqual([
    'GET /activities',
    'GET /activities/{activityId}',
    'GET /certificate-keys',
    'GET /codes/{token}',
    'GET /districts/{district}/specialities',
    'GET /districts/{district}/totals',
    'GET /organisations',
    'GET /organisations/{organisationId}',
    'GET /organisations/{organisationId}/children',
    'GET /organisations/{organisationId}/totals',
    'GET /organisations/{organisationId}/typed-hours/public',
    'GET /rewards',
    'GET /rewards/{rewardId}',
    'GET /roots',
    'GET /roots/{day}',
    'GET /rule-packs',
    'GET /rule-packs/{packId}/{version}',
    'GET /search',
    'GET /shifts/{shiftId}/calendar',
    'GET /shifts/{shiftId}/notice',
    'GET /stations',
    'GET /stations/{stationId}',
    'GET /totals',
    'POST /claims',
    'POST /sessions',
    'POST /sessions/by-phone',
    'POST /sessions/refresh',
    'POST /sms-codes',
  ]);
});

test('these routes ask for a role', () => {
  const staff = Object.entries(access).flatMap(([route, who]) =>
    typeof who === 'string' ? [] : [`${route}: ${who.join(', ')}`],
  );
  expect(staff.sort()).toEqual([
    'DELETE /shifts/{shiftId}/gates/{gate}: organiser, admin',
    'GET /activities/{activityId}/poster-file: organiser, admin',
    'GET /activities/{activityId}/poster: organiser, admin',
    'GET /hour-sources/{sourceId}/lists: auditor, admin',
    'GET /hour-sources: auditor, admin',
    'GET /organisations/{organisationId}/activities: organiser, approver, admin',
    'GET /organisations/{organisationId}/audits: auditor, admin',
    'GET /organisations/{organisationId}/bulletin-queue: approver, admin',
    'GET /organisations/{organisationId}/certificate-profile: admin',
    'GET /organisations/{organisationId}/certificates: auditor, admin',
    'GET /organisations/{organisationId}/complaints: auditor, admin',
    'GET /organisations/{organisationId}/disputes: approver, auditor, admin',
    'GET /organisations/{organisationId}/imports/{importId}/rows: admin',
    'GET /organisations/{organisationId}/imports/{importId}: admin',
    'GET /organisations/{organisationId}/imports: admin',
    'GET /organisations/{organisationId}/members: organiser, auditor, admin',
    'GET /organisations/{organisationId}/proposals: approver, admin',
    'GET /organisations/{organisationId}/recoveries: auditor, admin',
    'GET /organisations/{organisationId}/requests: admin',
    'GET /organisations/{organisationId}/reviews: approver, admin',
    'GET /organisations/{organisationId}/sample/{volunteerId}/{sequence}: auditor, admin',
    'GET /organisations/{organisationId}/sample: auditor, admin',
    'GET /organisations/{organisationId}/settings: admin',
    'GET /organisations/{organisationId}/suspicions/{findingId}: auditor, admin',
    'GET /organisations/{organisationId}/suspicions: auditor, admin',
    'GET /organisations/{organisationId}/typed-hours: approver, admin',
    'GET /rule-packs/{packId}/{version}/simulation: auditor, admin',
    'GET /shifts/{shiftId}/board: organiser, admin',
    'GET /shifts/{shiftId}/gates: organiser, admin',
    'GET /shifts/{shiftId}/pending: organiser, approver, admin',
    'GET /shifts/{shiftId}/roster: organiser, admin',
    'GET /shifts/{shiftId}/typed-hours: organiser, admin',
    'POST /activities/{activityId}/cancellation: organiser, admin',
    'POST /activities/{activityId}/decision: approver, admin',
    'POST /activities/{activityId}/submission: organiser, admin',
    'POST /activities: organiser, admin',
    'POST /bulletins/{bulletinId}/decision: approver, admin',
    'POST /bulletins/{bulletinId}/removal: organiser, approver, admin',
    'POST /certificates/{certificateId}/revocation: auditor, admin',
    'POST /checkins/countersigned: organiser, keeper, admin',
    'POST /complaints/{complaintId}/answer: auditor, admin',
    'POST /disputes/{disputeId}/decision: approver, auditor, admin',
    'POST /handovers: counter',
    'POST /hour-sources/{sourceId}/decision: auditor, admin',
    'POST /hour-sources/{sourceId}/lists: admin',
    'POST /hour-sources: admin',
    'POST /organisations/{organisationId}/bulletins: organiser, admin',
    'POST /organisations/{organisationId}/imports/{importId}/report: admin',
    'POST /organisations/{organisationId}/imports: admin',
    'POST /organisations/{organisationId}/invitations: organiser, admin',
    'POST /organisations/{organisationId}/lookups: admin',
    'POST /organisations/{organisationId}/members/{volunteerId}/removal: admin',
    'POST /organisations/{organisationId}/members/{volunteerId}/trainings: organiser, admin',
    'POST /organisations/{organisationId}/recoveries/{recoveryId}/decision: auditor, admin',
    'POST /organisations/{organisationId}/recoveries: admin',
    'POST /organisations/{organisationId}/suspicions/{findingId}/verdict: auditor, admin',
    'POST /organisations/{organisationId}/typed-allowance: auditor',
    'POST /rule-packs/{packId}/{version}/adoption: admin',
    'POST /rule-packs/{packId}/{version}/simulation: admin',
    'POST /rule-packs: admin',
    'POST /shifts/{shiftId}/breaks/{volunteerId}: organiser, admin',
    'POST /shifts/{shiftId}/cancellation: organiser, admin',
    'POST /shifts/{shiftId}/extension: organiser, admin',
    'POST /shifts/{shiftId}/gates/{gate}/takeover: organiser, admin',
    'POST /shifts/{shiftId}/gates: organiser, admin',
    'POST /shifts/{shiftId}/group: organiser, admin',
    'POST /shifts/{shiftId}/paper-list: admin',
    'POST /shifts/{shiftId}/postponement: organiser, admin',
    'POST /shifts/{shiftId}/records/{volunteerId}/confirmation: organiser, approver, admin',
    'POST /shifts/{shiftId}/settlement: organiser, admin',
    'POST /shifts/{shiftId}/typed-hours/{volunteerId}/decision: approver, admin',
    'POST /shifts/{shiftId}/typed-hours: organiser, admin',
    'PUT /activities/{activityId}/text: organiser, admin',
    'PUT /activities/{activityId}: organiser, admin',
    'PUT /districts/{district}/specialities: admin',
    'PUT /organisations/{organisationId}/certificate-profile: admin',
    'PUT /organisations/{organisationId}/decision: approver, admin',
    'PUT /organisations/{organisationId}/freeze: admin',
    'PUT /organisations/{organisationId}/members/{volunteerId}/roles: admin',
    'PUT /organisations/{organisationId}/parent: admin',
    'PUT /organisations/{organisationId}/pinned-bulletin: organiser, admin',
    'PUT /organisations/{organisationId}/requests/{volunteerId}: admin',
    'PUT /organisations/{organisationId}/sample/{volunteerId}/{sequence}: auditor, admin',
    'PUT /organisations/{organisationId}: admin',
  ]);
});

test('a role that is asked for exists, and being a member is never enough', () => {
  for (const who of Object.values(access)) {
    if (typeof who === 'string') continue;
    expect(who.length).toBeGreaterThan(0);
    for (const role of who) expect(Object.keys(organisationRoles)).toContain(role);
    expect(who).not.toContain('member');
  }
});

test('nothing that changes anything is open, but for signing in and claiming a scan', () => {
  const changing = Object.entries(access).flatMap(([route, who]) =>
    who === 'anyone' && !route.startsWith('GET ') ? [route] : [],
  );
  expect(changing).toEqual([
    'POST /sessions',
    'POST /sessions/refresh',
    'POST /sms-codes',
    'POST /sessions/by-phone',
    'POST /claims',
  ]);
});
