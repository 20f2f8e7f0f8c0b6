import type { MemberImport } from '#shared/imports';
import { call, Unreachable } from '../api';
import type { PickedFile } from '../device/pick-file';
import { sendFile } from '../device/pick-file';
import { newRequestId } from '../ids';

/** The endings of the tables that can be read, and what each is called on its way. */
const contentTypes: Record<string, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
export const endings = Object.keys(contentTypes);
const bytesMax = 2 * 1024 * 1024;

const endingOf = (name: string): string => name.toLowerCase().split('.').pop() ?? '';

/** What is wrong with a file, before anything of it is sent; undefined when it can go. */
export function obstacleIn({ name, bytes }: Pick<PickedFile, 'name' | 'bytes'>) {
  if (endingOf(name) === 'xls') return '这是旧版 Excel 格式，请另存为 .xlsx 后再选';
  if (contentTypes[endingOf(name)] === undefined) return '请选择 .xlsx 或 .csv 表格';
  if (bytes === 0) return '这个文件是空的，请重新选择';
  return bytes > bytesMax ? '文件超过 2 MB，请拆成几份再导入' : undefined;
}

/** Sends a file and gives the name under which the cloud has it. */
export async function send(file: PickedFile): Promise<string> {
  const contentType = contentTypes[endingOf(file.name)] ?? '';
  const body = await file.read().catch(() => {
    throw new Unreachable();
  });
  const { fileId, url } = await call('POST /files', {
    ...{ requestId: newRequestId(), purpose: 'member_list', contentType, bytes: body.byteLength },
  });
  if (!(await sendFile(url, { body, contentType }))) throw new Unreachable();
  return fileId;
}

/**
 * Sends a list and begins to bring its people in. Sending it again is no second time: the list's content names the
 * import.
 */
export async function bring(organisationId: string, file: PickedFile): Promise<MemberImport> {
  const fileId = await send(file);
  return call('POST /organisations/{organisationId}/imports', { organisationId, fileId });
}

/** An empty list to fill in. Excel reads Chinese in it because of the mark at its beginning. */
export const template = {
  fileName: '成员名单模板.csv',
  text: '\uFEFF姓名,手机号,备注\r\n',
};

/** The same for a sign-in sheet of paper. */
export const paperTemplate = {
  fileName: '签到表模板.csv',
  text: '\uFEFF姓名,手机号,签到,签退\r\n',
};
