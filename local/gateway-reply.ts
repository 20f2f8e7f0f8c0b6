/** What goes back over HTTP. */
export type Reply = { status: number; headers: Record<string, string | string[]>; body: Buffer };

export const json = (status: number, body: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify(body)),
});
/** API Gateway's own answers. */
export const message = (status: number, text: string): Reply => json(status, { message: text });

/** What Lambda can give at most. */
const answerBytesMax = 6 * 1024 * 1024;

type Structured = {
  statusCode: number;
  headers?: Record<string, string | number | boolean>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
};

/** Turns a handler's answer (format 2.0) into HTTP. An answer without a status is itself the body. */
export function replyOf(given: unknown): Reply {
  const structured = typeof given === 'object' && given !== null && 'statusCode' in given;
  if (!structured) {
    const body = Buffer.from(typeof given === 'string' ? given : JSON.stringify(given ?? null));
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const { statusCode, headers = {}, cookies, body = '', isBase64Encoded } = given as Structured;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > answerBytesMax) throw new Error('The answer is larger than Lambda gives');
  const names = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: Number(statusCode),
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(names),
      ...(cookies && { 'set-cookie': cookies }),
    },
    body: bytes,
  };
}
