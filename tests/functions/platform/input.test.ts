import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { inputOf } from '../../../functions/platform/input';

type Parts = {
  method?: string;
  body?: string;
  query?: Record<string, string>;
  path?: Record<string, string>;
  base64?: true;
};
const event = ({ method = 'POST', body, query, path, base64 }: Parts) =>
  ({
    requestContext: { http: { method } },
    ...(body !== undefined && { body }),
    ...(query && { queryStringParameters: query }),
    ...(path && { pathParameters: path }),
    isBase64Encoded: base64 ?? false,
  }) as unknown as APIGatewayProxyEventV2;
const refused = (code: string) => expect.objectContaining({ code });

test.each<[string, Parts, object]>([
  ['GET: the query', { method: 'GET', query: { a: '1' } }, { a: '1' }],
  [
    'GET: the query, not the body',
    { method: 'GET', query: { a: '1' }, body: '{"b":2}' },
    { a: '1' },
  ],
  ['DELETE: the query', { method: 'DELETE', query: { a: '1' } }, { a: '1' }],
  ['POST: the body, not the query', { body: '{"a":1}', query: { b: '2' } }, { a: 1 }],
  ['PUT: the body', { method: 'PUT', body: '{"a":1}' }, { a: 1 }],
  ['path and body together', { body: '{"a":1}', path: { id: 'x' } }, { a: 1, id: 'x' }],
  [
    'path and query together',
    { method: 'GET', query: { a: '1' }, path: { id: 'x' } },
    { a: '1', id: 'x' },
  ],
  ['no body', {}, {}],
  ['an empty body', { body: '' }, {}],
  [
    'a body in base64',
    { body: Buffer.from('{"名":"李"}').toString('base64'), base64: true },
    { 名: '李' },
  ],
])('%s', (_name, parts, input) => {
  expect(inputOf(event(parts))).toEqual(input);
});

test.each([
  ['broken', '{"a":'],
  ['two values', '{}{}'],
  ['a list', '[1]'],
  ['null', 'null'],
  ['a number', '1'],
  ['a string', '"a"'],
  ['NaN', '{"a":NaN}'],
  ['not JSON at all', '<xml/>'],
])('a body that is %s → request_invalid', (_name, body) => {
  expect(() => inputOf(event({ body }))).toThrow(refused('request_invalid'));
});

test('a name of the path in body or query as well → request_invalid', () => {
  const path = { id: 'mine' };
  expect(() => inputOf(event({ body: '{"id":"other"}', path }))).toThrow(
    refused('request_invalid'),
  );
  expect(() => inputOf(event({ method: 'GET', query: { id: 'other' }, path }))).toThrow(
    refused('request_invalid'),
  );
});

const bodyOf = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;
const limit = 32 * 1024;

test('32 KB are taken, one byte more is request_too_large', () => {
  expect(inputOf(event({ body: bodyOf(limit) }))).toHaveProperty('a');
  expect(() => inputOf(event({ body: bodyOf(limit + 1) }))).toThrow(refused('request_too_large'));
});

test('bytes count, not characters; also in base64', () => {
  const chinese = `{"a":"${'字'.repeat(11_000)}"}`;
  expect(() => inputOf(event({ body: chinese }))).toThrow(refused('request_too_large'));
  const encoded = (bytes: number) => Buffer.from(bodyOf(bytes)).toString('base64');
  expect(inputOf(event({ body: encoded(limit), base64: true }))).toHaveProperty('a');
  for (const bytes of [limit + 1, 10_000_000]) {
    expect(() => inputOf(event({ body: encoded(bytes), base64: true }))).toThrow(
      refused('request_too_large'),
    );
  }
});

test('a __proto__ in the body stays a plain name and changes no prototype', () => {
  const input = inputOf(event({ body: '{"__proto__":{"admin":true}}', path: { id: 'x' } }));
  expect(Object.keys(input)).toEqual(['__proto__', 'id']);
  expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
  expect((input as { admin?: boolean }).admin).toBeUndefined();
});
