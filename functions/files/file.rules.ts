import type { FilePurpose } from '#shared/files';
import type { RefusalCode } from '#shared/refusals';

/** What may be sent for what. Types are those that the phone names by a file's ending. */
type Limits = { contentTypes: readonly string[]; bytesMax: number };

export const csvType = 'text/csv';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** JSON, one object a line. */
const linesType = 'application/x-ndjson';

export const fileLimits: Record<FilePurpose, Limits> = {
  member_list: { contentTypes: [csvType, xlsxType], bytesMax: 2 * 1024 * 1024 },
  hours_list: { contentTypes: [linesType], bytesMax: 10 * 1024 * 1024 },
};

type Announced = { purpose: FilePurpose; contentType: string; bytes: number };

/** Why the file may not be sent; undefined when it may. */
export function judgeFile({ purpose, contentType, bytes }: Announced): RefusalCode | undefined {
  const { contentTypes, bytesMax } = fileLimits[purpose];
  if (!contentTypes.includes(contentType)) return 'file_unfit';
  return bytes > bytesMax ? 'file_too_large' : undefined;
}

type Named = { purpose: FilePurpose; volunteerId: string; fileId: string };

/** Where an uploaded file lies: only its sender's requests lead there. */
export const uploadKey = ({ purpose, volunteerId, fileId }: Named): string =>
  `uploads/${purpose}/${volunteerId}/${fileId}`;
