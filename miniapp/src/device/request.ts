import Taro from '@tarojs/taro';

export type Sent = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  header: Record<string, string>;
  body?: Record<string, unknown>;
  timeoutMs: number;
};
/** `data` is the parsed JSON; null or a string when the answer was no JSON. */
export type Answered = { status: number; data: unknown };

/** Sends one request. Undefined: no network, or no answer in time. */
export async function send({
  method,
  url,
  header,
  body,
  timeoutMs,
}: Sent): Promise<Answered | undefined> {
  const request = Taro.request<unknown>({
    method,
    url,
    header,
    data: body,
    timeout: timeoutMs,
  }).then(
    ({ statusCode, data }) => ({ status: statusCode, data }),
    () => undefined,
  );
  // Taro's H5 request stops its own timer with the first header, so a body that never ends would wait for ever.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs + 500);
  });
  return Promise.race([request, tooLate]).finally(() => clearTimeout(timer));
}
