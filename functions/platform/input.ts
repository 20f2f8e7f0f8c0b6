import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { refuse } from './refuse';

const bodyBytesMax = 32 * 1024;

/**
 * Path, query and body as one plain object; on GET and DELETE the query, otherwise the body. A path name wins and may
 * not stand in the rest as well. Broken JSON is a `request_invalid`, a body over 32 KB a `request_too_large`.
 */
export function inputOf(event: APIGatewayProxyEventV2): Record<string, unknown> {
  const inQuery = ['GET', 'DELETE'].includes(event.requestContext.http.method);
  const path = event.pathParameters ?? {};
  const rest = inQuery ? (event.queryStringParameters ?? {}) : bodyOf(event);
  if (Object.keys(rest).some((name) => Object.hasOwn(path, name))) refuse('request_invalid');
  return { ...rest, ...path };
}

function bodyOf(event: APIGatewayProxyEventV2): Record<string, unknown> {
  const { body = '', isBase64Encoded } = event;
  if (body.length > bodyBytesMax * 2) return refuse('request_too_large');
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  if (Buffer.byteLength(text) > bodyBytesMax) return refuse('request_too_large');
  if (text === '') return {};
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return refuse('request_invalid');
  }
  return parsed as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('request_invalid');
  }
}
