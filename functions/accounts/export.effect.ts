import { isExportKey } from '../keys';
import { tell } from '../notices/notice.table';
import { now } from '../platform/clock';
import { putFile } from '../platform/files';
import { idFor } from '../platform/ids';
import type { Change } from '../platform/stream';
import { commit, read, replace, untilWon } from '../platform/table';
import type { Export } from './account.rules';
import { standingOf } from './account.rules';
import { exportAt } from './account.table';
import { collected } from './collect';

/**
 * Collects what was asked for and writes it to one file, over whatever an earlier delivery wrote; then says so once. A
 * file that came too late for its request is left to the bucket's own seven days.
 */
export async function collectExport({ key, before, after }: Change): Promise<void> {
  if (!isExportKey(key)) return;
  const [was, is] = [before as Export | undefined, after as Export | undefined];
  if (is?.state !== 'collecting' || was?.exportId === is.exportId) return;
  if (!(await move(is, {}))) return;
  const { rows, file } = await collected(is.volunteerId, is.askedAt, async (count) => {
    await move(is, { rows: count });
  });
  await putFile(is.fileKey, 'application/json', JSON.stringify(file, null, 2));
  await move(is, { rows, state: 'ready' });
}

/** False when this export is over already, or another one was asked for since. */
async function move(
  { volunteerId, exportId }: Export,
  change: { rows?: number; state?: 'ready' },
): Promise<boolean> {
  return untilWon(async () => {
    const [known] = await read(exportAt(volunteerId));
    if (known?.exportId !== exportId || standingOf(known, now()) !== 'collecting') return false;
    if (change.rows === undefined) return true;
    const done = change.state === 'ready' ? [told(known)] : [];
    await commit([replace(exportAt(volunteerId), { ...known, ...change }), ...done]);
    return true;
  });
}

const told = ({ volunteerId, exportId, askedAt }: Export) =>
  tell(volunteerId, {
    noticeId: idFor('notice', 'export', exportId),
    kind: 'job',
    text: '您的数据已导出，可以在“我的数据”里下载，7 天内有效。',
    link: { page: '/volunteers/data/index' },
    at: askedAt,
  });
