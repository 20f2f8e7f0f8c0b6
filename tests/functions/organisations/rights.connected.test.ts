import type { StaffRoute } from '#shared/access';
import { access } from '#shared/access';
import type { Role } from '#shared/vocabulary';
import { organisationRoles } from '#shared/vocabulary';
import { demandRole, maySee } from '../../../functions/organisations/rights';
import type { Caller } from '../../../functions/platform/session';
import { readSession } from '../../../functions/platform/session';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, organisation, publication, volunteer } from '../../support/given';
import { watchRequests } from '../../support/requests';

let cloud: TestCloud;
/** One person for each role, held in the middle of three organisations; a sibling lies beside. */
const people = {} as Record<Role, Person>;
let top: string;
let middle: string;
let below: string;
let beside: string;
const roles = Object.keys(organisationRoles) as Role[];
const routes = (Object.keys(access) as (keyof typeof access)[]).filter(
  (route): route is StaffRoute => typeof access[route] !== 'string',
);

beforeAll(async () => {
  cloud = await startTestCloud();
  for (const role of roles) people[role] = await volunteer(cloud);
  top = await organisation([]);
  middle = await organisation(
    roles.map((role) => [people[role], role]),
    [top],
  );
  below = await organisation([], [top, middle]);
  beside = await organisation([], [top]);
});
afterAll(() => cloud.stop());

const callerOf = ({ session }: Person): Caller => {
  const caller = readSession(session.accessToken, 'access', cloud.now());
  if (!caller) throw new Error('the session is over');
  return caller;
};
const may = (route: StaffRoute, caller: Caller, path: string[]) =>
  demandRole(route, caller, path).then(
    () => 'yes',
    ({ code }) => code,
  );

describe.each(routes)('%s', (route) => {
  test.each(roles)(
    '%s: what the table of rights says here and below, no above and beside',
    async (role) => {
      const caller = callerOf(people[role]);
      const holds = (access[route] as readonly Role[]).includes(role);
      const places: [string[], boolean][] = [
        [[top, middle], holds],
        [[top, middle, below], holds],
        [[top], false],
        [[top, beside], false],
      ];
      for (const [path, expected] of places) {
        expect(await may(route, caller, path)).toBe(expected ? 'yes' : 'not_allowed');
        expect(await maySee(route, caller, path)).toBe(expected);
      }
    },
  );
});

test('the same over the wire: every route of an activity with every role', async () => {
  const { organiser } = people;
  const { activityId, shiftId } = await activity(cloud, { organiser, organisationId: below });
  const plan = publication(cloud, { organisationId: below });
  const asks: Partial<Record<StaffRoute, (who: Person) => Promise<{ status: number }>>> = {
    'POST /activities': (who) => who.call('POST /activities', plan),
    'GET /activities/{activityId}/poster': (who) =>
      who.call('GET /activities/{activityId}/poster', { activityId }),
    'GET /shifts/{shiftId}/board': (who) => who.call('GET /shifts/{shiftId}/board', { shiftId }),
    'GET /shifts/{shiftId}/roster': (who) => who.call('GET /shifts/{shiftId}/roster', { shiftId }),
    'POST /shifts/{shiftId}/gates': (who) => who.call('POST /shifts/{shiftId}/gates', { shiftId }),
    'DELETE /shifts/{shiftId}/gates/{gate}': (who) =>
      who.call('DELETE /shifts/{shiftId}/gates/{gate}', { shiftId, gate: 0 }),
  };
  const wrong: unknown[] = [];
  for (const [route, ask] of Object.entries(asks)) {
    for (const role of roles) {
      const holds = (access[route as StaffRoute] as readonly Role[]).includes(role);
      const { status } = await ask(people[role]);
      // Nobody has opened a gate when the member's turn to revoke one comes: 403 stands before 404.
      if (status !== (holds ? 200 : 403)) wrong.push([route, role, status]);
    }
  }
  expect(wrong).toEqual([]);
});

test('whoever is asked costs one read, however deep the organisation lies', async () => {
  const caller = callerOf(people.organiser);
  const watched = watchRequests();
  await demandRole('POST /activities', caller, [top, middle, below]);
  watched.stop();
  expect(watched.names()).toEqual(['BatchGetItemCommand']);
});

test('a session that was signed out → session_expired before anything is said of roles', async () => {
  const who = await volunteer(cloud);
  const caller = callerOf(who);
  expect(await may('POST /activities', caller, [top, middle])).toBe('not_allowed');
  await who.ask('DELETE /sessions', {});
  expect(await may('POST /activities', caller, [top, middle])).toBe('session_expired');
});

test('a guest may see nothing of the staff, and costs nothing', async () => {
  const watched = watchRequests();
  expect(await maySee('POST /activities', undefined, [top, middle])).toBe(false);
  watched.stop();
  expect(watched.sent).toEqual([]);
});
