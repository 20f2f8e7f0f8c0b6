import type { Route } from '#shared/api';
import { api } from '#shared/api';
import { examples } from '../support/examples';

const id = '0123456789ab';
const ulid = '01KAVWQ7ZK3M5N8P2RSTVXYZ0A';
const token = 'EAAAAAAAAAAAAAAAA-_AAAAAAAAA';
const startsAt = Date.UTC(2026, 10, 24, 6);
const endsAt = startsAt + 7_200_000;
const right = examples();
const routes = Object.entries(right) as [Route, Record<string, unknown>][];
const taken = (route: Route, request: unknown) => api[route].request.safeParse(request).success;

type Fields = Record<string, unknown>;
type Variant = [name: string, fields: Fields];

/** The request with one field, at any depth, replaced. */
function* variants(fields: Fields, replacement: unknown): Generator<Variant> {
  for (const [name, value] of Object.entries(fields)) {
    if (!isOfItsKind(value, replacement)) yield [name, { ...fields, [name]: replacement }];
    for (const [deeper, changed] of within(value, replacement)) {
      yield [`${name}.${deeper}`, { ...fields, [name]: changed }];
    }
  }
}

/** A list may be empty, and a yes may be a no. */
const isOfItsKind = (value: unknown, replacement: unknown): boolean =>
  (typeof value === 'boolean' && typeof replacement === 'boolean') ||
  (Array.isArray(value) && Array.isArray(replacement));

/** What a field holds, with one thing inside it replaced. */
function* within(value: unknown, replacement: unknown): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) return yield* variants(value as Fields, replacement);
  const [first] = value;
  if (first === undefined) return;
  if (typeof first !== 'object') return yield ['0', [replacement]];
  for (const [deeper, changed] of variants(first, replacement)) yield [deeper, [changed]];
}

test.each(routes)('%s: what is right is taken', (route, request) => {
  expect(taken(route, request)).toBe(true);
});

test.each(routes)('%s: an unknown key is refused, at any depth', (route, request) => {
  expect(taken(route, { ...request, extra: 1 })).toBe(false);
  expect(taken(route, { ...request, constructor: {} })).toBe(false);
  expect(taken(route, { ...request, openid: 'o' })).toBe(false);
  for (const [name, value] of Object.entries(request)) {
    if (typeof value !== 'object' || value === null) continue;
    const within = Array.isArray(value) ? [{ ...value[0], extra: 1 }] : { ...value, extra: 1 };
    expect(taken(route, { ...request, [name]: within })).toBe(false);
  }
});

test.each(routes)('%s: __proto__ from JSON reaches nobody', (route, request) => {
  const hostile = JSON.parse(
    `{"__proto__":{"polluted":true},${JSON.stringify(request).slice(1)}`.replace(',}', '}'),
  );
  expect(Object.hasOwn(hostile, '__proto__')).toBe(true);
  const parsed = api[route].request.safeParse(hostile);
  const data = (parsed.data ?? {}) as { polluted?: boolean };
  expect(data.polluted).toBeUndefined();
  expect(Object.hasOwn(data, '__proto__')).toBe(false);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

const wrong = [null, [], {}, () => 1, Number.NaN, Number.POSITIVE_INFINITY, -1, true, '\u0000', ''];
/**
 * What WeChat and we ourselves gave is opaque; south of the equator is a place; a pack may hold everywhere and give no
 * category a rate of its own; the number of a path or a query comes as text.
 */
const rightful = (name: string, value: unknown) =>
  (/^location\.l/.test(name) && value === -1) ||
  (/^(code|loginCode|realNameCode|refreshToken)$/.test(name) && value === '\u0000') ||
  (name === 'draft.points.byCategory' && typeof value === 'object' && value !== null) ||
  (name === 'draft.region' && value === '') ||
  /^(gate|sequence|version|months|from)$/.test(name);

test.each(routes)('%s: a field of a wrong type is refused, at any depth', (route, request) => {
  for (const value of wrong) {
    for (const [name, changed] of variants(request, value)) {
      if (rightful(name, value)) continue;
      expect([name, value, taken(route, changed)]).toEqual([name, value, false]);
    }
  }
});

test.each(routes)('%s: a megabyte of text is refused in every field', (route, request) => {
  for (const text of ['x'.repeat(1_000_000), '9'.repeat(1_000_000), ' '.repeat(1_000_000)]) {
    for (const [name, changed] of variants(request, text)) {
      if (rightful(name, text)) continue;
      expect([name, taken(route, changed)]).toEqual([name, false]);
    }
  }
});

test.each([
  ['0', 0],
  ['255', 255],
  ['256', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['one', undefined],
  ['9'.repeat(400), undefined],
])('the gate of a path, %.20s → %s', (gate, number) => {
  const request = { shiftId: id, gate };
  const parsed = api['DELETE /shifts/{shiftId}/gates/{gate}'].request.safeParse(request);
  expect(parsed.data?.gate).toBe(number);
});

const paged = routes.filter(([route]) => 'limit' in api[route].request.shape);

test('every list is paged: at most 50 a page, 20 unless told', () => {
  expect(paged.map(([route]) => route).sort()).toEqual([
    'GET /activities',
    'GET /hour-sources/{sourceId}/lists',
    'GET /me/certificates',
    'GET /me/complaints',
    'GET /me/dependants/{volunteerId}/readings',
    'GET /me/hours',
    'GET /me/notices',
    'GET /me/points',
    'GET /me/records',
    'GET /organisations/{organisationId}/activities',
    'GET /organisations/{organisationId}/audits',
    'GET /organisations/{organisationId}/bulletin-queue',
    'GET /organisations/{organisationId}/bulletins',
    'GET /organisations/{organisationId}/certificates',
    'GET /organisations/{organisationId}/children',
    'GET /organisations/{organisationId}/complaints',
    'GET /organisations/{organisationId}/disputes',
    'GET /organisations/{organisationId}/imports',
    'GET /organisations/{organisationId}/imports/{importId}/rows',
    'GET /organisations/{organisationId}/members',
    'GET /organisations/{organisationId}/proposals',
    'GET /organisations/{organisationId}/recoveries',
    'GET /organisations/{organisationId}/requests',
    'GET /organisations/{organisationId}/reviews',
    'GET /organisations/{organisationId}/suspicions',
    'GET /organisations/{organisationId}/typed-hours',
    'GET /organisations/{organisationId}/typed-hours/public',
    'GET /redemptions',
    'GET /rewards',
    'GET /shifts/{shiftId}/notice',
    'GET /shifts/{shiftId}/roster',
  ]);
  for (const [route, request] of paged) {
    const limitOf = (limit: unknown) =>
      api[route].request.safeParse({ ...request, limit }).data as { limit?: number } | undefined;
    expect([limitOf('50')?.limit, limitOf('1')?.limit, limitOf(undefined)?.limit]).toEqual([
      ...[50, 1, 20],
    ]);
    for (const limit of ['51', '0', '-1', '1.5', 'all', 'NaN', '1e9']) {
      expect([limit, limitOf(limit)]).toEqual([limit, undefined]);
    }
  }
});

test('a cursor is opaque: of its own alphabet, at most 512 characters', () => {
  const request = (cursor: string) => taken('GET /me/hours', { cursor });
  expect(request('1.abc_-.Z9')).toBe(true);
  expect(request('x'.repeat(512))).toBe(true);
  expect(request('x'.repeat(513))).toBe(false);
  for (const cursor of ['', '{"pk":"V#1"}', 'a b', 'a/b', 'a%2Fb']) {
    expect(request(cursor)).toBe(false);
  }
});

const publishing = right['POST /activities'];
const planned = (more: object) => taken('POST /activities', { ...publishing, ...more });
const shiftOf = (more: object) =>
  planned({ shifts: [{ startsAt, endsAt, capacity: 10, ...more }] });

test.each([
  ['24 hours long', { endsAt: startsAt + 86_400_000 }, true],
  ['a moment longer', { endsAt: startsAt + 86_400_001 }, false],
  ['ends as it starts', { endsAt: startsAt }, false],
  ['ends before it starts', { endsAt: startsAt - 1 }, false],
  ['5,000 places', { capacity: 5_000 }, true],
  ['one more', { capacity: 5_001 }, false],
  ['no place', { capacity: 0 }, false],
  ['half a place', { capacity: 1.5 }, false],
])('a shift, %s → taken: %s', (_name, more, allowed) => {
  expect(shiftOf(more)).toBe(allowed);
});

test('an activity has one to 44 shifts', () => {
  const shift = { startsAt, endsAt, capacity: 10 };
  expect(planned({ shifts: Array(44).fill(shift) })).toBe(true);
  expect(planned({ shifts: Array(45).fill(shift) })).toBe(false);
  expect(planned({ shifts: [] })).toBe(false);
});

test.each([
  ['trimmed', '  海边清洁  ', '海边清洁'],
  ['40 characters', '海'.repeat(40), '海'.repeat(40)],
  ['41 characters', '海'.repeat(41), undefined],
  ['nothing but spaces', '   ', undefined],
  ['a line break', '海边\n清洁', undefined],
  ['a turned writing direction', '海边\u202e清洁', undefined],
  ['an invisible joiner', '海边\u200d清洁', undefined],
])('a title, %s', (_name, title, kept) => {
  const parsed = api['POST /activities'].request.safeParse({ ...publishing, title });
  expect(parsed.data?.title).toBe(kept);
});

test('a description may have lines, and nothing else that does not show', () => {
  expect(planned({ description: '一\n二' })).toBe(true);
  expect(planned({ description: '一\u0007二' })).toBe(false);
  expect(planned({ description: '海'.repeat(2_001) })).toBe(false);
});

const registering = right['POST /me'];
test.each([
  ['a phone code instead of a number', { phoneNumber: undefined, phoneCode: 'c' }, true],
  ['both', { phoneCode: 'c' }, false],
  ['neither', { phoneNumber: undefined }, false],
  ['no consent', { consent: false }, false],
  ['a landline', { phoneNumber: '053285911234' }, false],
  ['a number that no carrier has', { phoneNumber: '12345678901' }, false],
  ['a number with its country', { phoneNumber: '+8613800000000' }, false],
  ['born in a thirteenth month', { birthMonth: '199013' }, false],
  ['born in month nought', { birthMonth: '199000' }, false],
  ['another city', { district: '110101' }, false],
  ['a name of 20 characters', { name: '李'.repeat(20) }, true],
  ['a name of 21 characters', { name: '李'.repeat(21) }, false],
])('registering with %s → taken: %s', (_name, more, allowed) => {
  expect(taken('POST /me', { ...registering, ...more })).toBe(allowed);
});

test.each([
  ['digits with their shift', { digits: '012345', shiftId: id }, true],
  ['digits without a shift', { digits: '012345' }, false],
  ['a shift without digits', { token, shiftId: id }, false],
  ['token and digits', { token, digits: '012345', shiftId: id }, false],
  ['neither', {}, false],
  ['five digits', { digits: '01234', shiftId: id }, false],
  ['digits of another script', { digits: '０１２３４５', shiftId: id }, false],
])('a scan by %s → taken: %s', (_name, more, allowed) => {
  expect(taken('POST /checkins', { scanId: ulid, ...more })).toBe(allowed);
});

test.each([
  ['bound to neither', {}, false],
  ['bound to a browser', { browserKey: 'A'.repeat(32) }, true],
  ['bound to both', { code: 'a', browserKey: 'A'.repeat(32) }, false],
])('a claim %s → taken: %s', (_name, more, allowed) => {
  expect(taken('POST /claims', { token, ...more })).toBe(allowed);
});
