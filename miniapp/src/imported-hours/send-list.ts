import type { HoursList } from '#shared/imported-hours';
import { call, Unreachable } from '../api';
import type { PickedFile } from '../device/pick-file';
import { sendFile } from '../device/pick-file';
import { newRequestId } from '../ids';

export const listEndings = ['jsonl', 'ndjson'];
const contentType = 'application/x-ndjson';
const bytesMax = 10 * 1024 * 1024;

/** What is wrong with a file, before anything of it is sent; undefined when it can go. */
export function obstacleIn({ name, bytes }: Pick<PickedFile, 'name' | 'bytes'>) {
  const ending = name.toLowerCase().split('.').pop() ?? '';
  if (!listEndings.includes(ending)) return '请选择 .jsonl 清单文件';
  if (bytes === 0) return '这个文件是空的，请重新选择';
  return bytes > bytesMax ? '文件超过 10 MB，请拆成几份分别签名' : undefined;
}

export const isSignature = (text: string): boolean => /^[A-Za-z0-9+/]{86}==$/.test(text);

/** Sends a list with its signature. Sending it again is no second time: its own number names it. */
export async function sendList(
  { sourceId, signature }: { sourceId: string; signature: string },
  file: PickedFile,
): Promise<HoursList> {
  const body = await file.read().catch(() => {
    throw new Unreachable();
  });
  const { fileId, url } = await call('POST /files', {
    ...{ requestId: newRequestId(), purpose: 'hours_list', contentType, bytes: body.byteLength },
  });
  if (!(await sendFile(url, { body, contentType }))) throw new Unreachable();
  return call('POST /hour-sources/{sourceId}/lists', { sourceId, fileId, signature });
}
