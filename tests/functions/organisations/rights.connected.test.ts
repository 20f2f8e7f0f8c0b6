import type { StaffRoute } from '#shared/access';
import { access } from '#shared/access';
import type { Role } from '#shared/vocabulary';
import { organisationRoles } from '#shared/vocabulary';
import { demandRole, rightsOf } from '../../../functions/organisations/rights';
import type { Caller } from '../../../functions/platform/session';
import { readSession } from '../../../functions/platform/session';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { organisation, volunteer } from '../../support/given';
import type { Given } from '../../support/given-organisations';
import { given, makeCity } from '../../support/given-organisations';
import { allItems } from '../../support/items';
import { watchRequests } from '../../support/requests';
import type { PlaceName, Subject } from '../../support/staff-subjects';
import { places, reaches, requestAt, staffRoutes, subjectAt } from '../../support/staff-subjects';

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
        expect((await rightsOf(caller, path))(route)).toBe(expected);
      }
    },
  );
});

describe('over the wire', () => {
  const subjects = new Map<PlaceName, Subject>();
  /** At every place people of their own, so that nobody asks so often that the brakes answer. */
  const staff = new Map<PlaceName, Record<Role, Person>>();

  beforeAll(async () => {
    const chief = await volunteer(cloud);
    for (const place of places) {
      const own = {} as Record<Role, Person>;
      for (const role of roles) own[role] = await volunteer(cloud);
      staff.set(place, own);
    }
    const all = [...staff.values()].flatMap((own) =>
      roles.map((role): [Person, Role] => [own[role], role]),
    );
    const bosses: [Person, Role][] = [[chief, 'admin']];
    const marks = ['金', '银', '铜', '铁', '锡'];
    const members = await Promise.all(marks.map((mark) => volunteer(cloud, `${mark}丝雀`)));
    const withOne = (index: number): [Person, Role] => [members[index] as Person, 'member'];
    const city = await given({ kind: 'federation', members: [...bosses, withOne(2)] });
    await makeCity(city);
    const corps = await given({ kind: 'corps', under: city, members: [...all, withOne(0)] });
    const trees: [PlaceName, Given][] = [
      ['own', corps],
      ['below', await given({ kind: 'team', under: corps, members: [withOne(1)] })],
      ['above', city],
      ['beside', await given({ kind: 'corps', under: city, members: [withOne(3)] })],
      ['foreign', await given({ kind: 'federation', members: [...bosses, withOne(4)] })],
    ];
    const order = [0, 1, 2, 3, 4];
    for (const [index, [place, at]] of trees.entries()) {
      const turn = order[index] ?? 0;
      const scene = { chief, at, mark: marks[turn] ?? '', member: members[turn] as Person };
      subjects.set(place, await subjectAt(cloud, scene));
    }
    await cloud.drain();
  }, 120_000);

  const ask = (route: StaffRoute, place: PlaceName, role: Role) => {
    const who = staff.get(place)?.[role] as Person;
    return who.call(route, requestAt(route, subjects.get(place)) as never);
  };
  /** What must not stand in an answer about a place: the people of every place that the role does not reach. */
  const canariesFor = (place: PlaceName, allowed: boolean) =>
    [...subjects].flatMap(([at, { canaries }]) =>
      allowed && (at === place || at === 'own' || at === 'below') ? [] : canaries,
    );
  const mayAsk = (route: StaffRoute, place: PlaceName, role: Role) =>
    reaches(route, place) && (access[route] as readonly Role[]).includes(role);

  test('the map of subjects names every route that asks for a role, and no other', () => {
    expect([...staffRoutes].sort()).toEqual([...routes].sort());
  });

  test.each(places)(
    '%s: whoever may not is refused, nothing is written, nobody is named',
    async (place) => {
      const before = await allItems();
      const wrong: unknown[] = [];
      for (const route of staffRoutes) {
        for (const role of roles.filter((one) => !mayAsk(route, place, one))) {
          const { status, body } = await ask(route, place, role);
          const { code } = body as { code?: string };
          const refused = code === 'not_allowed' || code === 'not_found' || code === 'code_forged';
          const text = JSON.stringify(body);
          const named = canariesFor(place, false).filter((canary) => text.includes(canary));
          if (!refused || named.length > 0) wrong.push([route, role, status, code, named]);
        }
      }
      expect(wrong).toEqual([]);
      expect(await allItems()).toEqual(before);
    },
    120_000,
  );

  test.each(['own', 'below'] as const)(
    '%s: whoever may is not refused for want of a right, and learns of nobody elsewhere',
    async (place) => {
      const wrong: unknown[] = [];
      for (const route of staffRoutes) {
        for (const role of roles.filter((one) => mayAsk(route, place, one))) {
          const { status, body } = await ask(route, place, role);
          const { code } = body as { code?: string };
          const text = JSON.stringify(body);
          const named = canariesFor(place, true).filter((canary) => text.includes(canary));
          const refused = ['not_allowed', 'session_expired', 'request_invalid', 'fault'];
          if (refused.includes(code ?? '') || named.length > 0) {
            wrong.push([route, role, status, code, named]);
          }
        }
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
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
  expect((await rightsOf(undefined, [top, middle]))('POST /activities')).toBe(false);
  watched.stop();
  expect(watched.sent).toEqual([]);
});
