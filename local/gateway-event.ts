import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A route as API Gateway matches it: names in braces take one segment each. */
export type Matcher = {
  method: string;
  path: string;
  functionName: string;
  pattern: RegExp;
  names: string[];
};

export function matcherOf(route: { method: string; path: string }, functionName: string): Matcher {
  const names: string[] = [];
  const pattern = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  return { ...route, functionName, pattern: new RegExp(`^${pattern}$`), names };
}

/** Path parameters by name; undefined when the path is another; `malformed` when it is not decodable. */
export function parametersOf({ pattern, names }: Matcher, path: string) {
  const found = pattern.exec(path);
  if (!found) return undefined;
  try {
    const values = found.slice(1).map(decodeURIComponent);
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
  } catch {
    return 'malformed' as const;
  }
}

type Arrived = {
  request: IncomingMessage;
  url: URL;
  matcher: Matcher;
  parameters: Record<string, string>;
  body: Buffer;
  at: number;
};

/** The event in API Gateway's payload format 2.0. */
export function eventOf({ request, url, matcher, parameters, body, at }: Arrived) {
  const { cookie, ...headers } = headersOf(request);
  const routeKey = `${matcher.method} ${matcher.path}`;
  return {
    version: '2.0',
    routeKey,
    rawPath: decodeURI(url.pathname),
    rawQueryString: url.search.slice(1),
    ...(cookie && { cookies: cookie.split(/; */) }),
    headers,
    ...(url.search.length > 1 && { queryStringParameters: queryOf(url) }),
    ...(matcher.names.length > 0 && { pathParameters: parameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date(at).toUTCString(),
      timeEpoch: at,
      http: {
        method: request.method ?? '',
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
        userAgent: headers['user-agent'] ?? '',
      },
    },
    ...bodyOf(body, headers['content-type']),
  };
}

/** Names in lower case, several values of one name joined by a comma. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(',') : (value ?? ''),
  ]);
  return Object.fromEntries(entries);
}

function queryOf(url: URL): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    const earlier = Object.hasOwn(query, name) ? query[name] : undefined;
    // Defined, not assigned: `?__proto__=x` is a name like any other.
    Object.defineProperty(query, name, {
      value: earlier === undefined ? value : `${earlier},${value}`,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return query;
}

const textual = /^(text\/|application\/(json|xml|javascript)|[^;]+\+(json|xml))/i;

/** API Gateway passes text as it is and everything else, also what does not say what it is, in base64. */
function bodyOf(body: Buffer, contentType: string | undefined) {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = textual.test(contentType ?? '');
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}
