import type { Route } from '#shared/api';
import type { RawEvent } from './cloud';
import { examples } from './examples';

/** A request of every route, broken in one place at a time. */
export type Hostile = { what: string; event: RawEvent };

const values: [string, string][] = [
  ['a negative number', '-1'],
  ['a fraction', '0.5'],
  ['a huge number', '1e309'],
  ['not a number', 'NaN'],
  ['null', 'null'],
  ['true', 'true'],
  ['a list', '[]'],
  ['an object', '{}'],
  ['a nested object', '{"$ne":null}'],
  ['an empty text', '""'],
  ['a key of the table', '"V#0#1"'],
  ['a path', '"../../etc/passwd"'],
  ['control characters', '"\\u0000\\u202e"'],
  ['markup', '"<script>alert(1)</script>"'],
  ['20 KB of text', `"${'长'.repeat(7_000)}"`],
];
const unknownKeys = ['__proto__', 'constructor', 'pk', 'openid', 'volunteerId', 'roles', 'x'];
const brokenBodies = ['{', '[]', 'null', '"x"', '{"a":1}{', '\uFEFF{}x', '{"a":'.repeat(5_000)];
export const hostileTokens = ['', 'x', 'a.b.c', `1.${btoa('[]')}.AAAA`, '../..'];

type Parts = {
  path: Record<string, string>;
  query: Record<string, string>;
  body: Record<string, unknown>;
  inQuery: boolean;
};

function partsOf(route: Route): Parts {
  const fields = { ...(examples()[route] as Record<string, unknown>) };
  const path: Record<string, string> = {};
  for (const [, name = ''] of route.matchAll(/\{(\w+)\}/g)) {
    path[name] = String(fields[name]);
    delete fields[name];
  }
  const inQuery = /^(GET|DELETE) /.test(route);
  const query = Object.fromEntries(Object.entries(fields).map(([name, it]) => [name, String(it)]));
  return { path, query: inQuery ? query : {}, body: inQuery ? {} : fields, inQuery };
}

/** The route's well-formed example. */
export function eventOf(route: Route): RawEvent {
  const { path, query, body, inQuery } = partsOf(route);
  return { route, path, ...(inQuery ? { query } : { body: JSON.stringify(body) }) };
}

export function hostileEvents(route: Route): Hostile[] {
  const parts = partsOf(route);
  return [
    ...values.flatMap(([value, json]) => brokenFields(route, parts, { value, json })),
    ...unknownKeys.map((name) => withUnknownKey(route, parts, name)),
    ...(parts.inQuery ? [] : brokenBodies.map((body) => withBody(route, body.slice(0, 12), body))),
    ...(parts.inQuery ? [] : [withBody(route, '1 MB', oversized(parts))]),
  ];
}

/** What somebody looks for may be any words at all, and a yes is one of two answers. */
function isRightful(name: string, value: unknown, given: string): boolean {
  if (name === 'q') return given.length > 0 && given.length < 100 && !/[\p{Cc}\p{Cf}]/u.test(given);
  return typeof value === 'boolean' && given === 'true';
}

/** One hostile value in the place of each field. */
function brokenFields(
  route: Route,
  { path, query, body, inQuery }: Parts,
  { value, json }: { value: string; json: string },
): Hostile[] {
  const plain = json.startsWith('"') ? (JSON.parse(json) as string) : json;
  const base = eventOf(route);
  const change = (name: string, event: RawEvent): Hostile => ({ what: `${name}: ${value}`, event });
  return [
    ...Object.keys(path).map((name) => change(name, { ...base, path: { ...path, [name]: plain } })),
    ...Object.keys(query).flatMap((name) =>
      isRightful(name, query[name], plain)
        ? []
        : [change(name, { ...base, query: { ...query, [name]: plain } })],
    ),
    ...Object.keys(inQuery ? {} : body).flatMap((name) => {
      if (isRightful(name, body[name], json)) return [];
      const text = JSON.stringify({ ...body, [name]: '%' }).replace('"%"', () => json);
      return [change(name, { ...base, body: text })];
    }),
  ];
}

function withUnknownKey(route: Route, { query, body, inQuery }: Parts, name: string): Hostile {
  const comma = Object.keys(body).length > 0 ? ',' : '';
  const more = JSON.stringify(body).replace(/}$/, `${comma}"${name}":1}`);
  const asked = { ...query };
  Object.defineProperty(asked, name, { value: '1', enumerable: true, configurable: true });
  const event = { ...eventOf(route), ...(inQuery ? { query: asked } : { body: more }) };
  return { what: `unknown key ${name}`, event };
}

const withBody = (route: Route, what: string, body: string): Hostile => ({
  what: `body ${what}`,
  event: { ...eventOf(route), body },
});
const oversized = ({ body }: Parts): string => JSON.stringify({ ...body, x: 'x'.repeat(1 << 20) });
