import { nameMarks } from '../imports/awaited.table';
import { bareName } from '../imports/list.rules';
import { idFor } from '../platform/ids';
import { wayMarks } from '../platform/vault';
import type { HoursListJob } from './hours-list.rules';
import { waitingMs } from './hours-list.rules';
import type { ListedHours } from './list.rules';
import type { Waiting } from './waiting.table';
import { sealWords, waitingAt } from './waiting.table';

type From = Pick<HoursListJob, 'sourceId' | 'listId'>;

/** A row of a list as it waits: sealed, under its number's mark, with the mark of its name. */
export function waitingOf(listed: ListedHours, { sourceId, listId }: From, now: number) {
  const { rowId, phone, name, from, minutes, title, organisation } = listed;
  const [{ mark }] = wayMarks('phone', phone);
  const [nameMark = ''] = nameMarks(mark, bareName(name));
  const rowKey = idFor('hours row', sourceId, rowId);
  const at = waitingAt(mark, sourceId, rowKey);
  const sealedRow = sealWords(at, { rowId, from, minutes, title, organisation });
  const expiresAt = Math.ceil((now + waitingMs) / 1000);
  const row: Waiting = { version: 1, sourceId, rowKey, listId, nameMark, sealedRow, expiresAt };
  return { at, row };
}
