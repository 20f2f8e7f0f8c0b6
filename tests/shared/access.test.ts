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
    'GET /codes/{token}',
    'GET /rewards',
    'GET /rewards/{rewardId}',
    'GET /stations',
    'GET /stations/{stationId}',
    'POST /claims',
    'POST /sessions',
    'POST /sessions/refresh',
  ]);
});

test('these routes ask for a role', () => {
  const staff = Object.entries(access).flatMap(([route, who]) =>
    typeof who === 'string' ? [] : [`${route}: ${who.join(', ')}`],
  );
  expect(staff.sort()).toEqual([
    'DELETE /shifts/{shiftId}/gates/{gate}: organiser, admin',
    'GET /activities/{activityId}/poster: organiser, admin',
    'GET /shifts/{shiftId}/board: organiser, admin',
    'GET /shifts/{shiftId}/roster: organiser, admin',
    'POST /activities: organiser, admin',
    'POST /handovers: counter',
    'POST /shifts/{shiftId}/gates: organiser, admin',
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
  expect(changing).toEqual(['POST /sessions', 'POST /sessions/refresh', 'POST /claims']);
});
