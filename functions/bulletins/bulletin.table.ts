import { boardIndex, bulletinQueueIndex, dueSortOf } from '../indexes';
import { boardKey, bulletinKey } from '../keys';
import type { At } from '../platform/table';
import type { Bulletin } from './bulletin.rules';

/** What an organisation has pinned to its board: one bulletin, or none. */
export type Board = { version: number; pinnedId?: string };

export const bulletinAt = (bulletin: string): At<Bulletin> => bulletinKey(bulletin);
export const boardAt = (organisation: string): At<Board> => boardKey(organisation);

/** The bulletin where its state wants it to be found: on the board, in the queue of its tree, or nowhere. */
export function listed(bulletin: Bulletin): Bulletin {
  const { gx1pk: _, gx1sk: __, gx2pk: ___, gx2sk: ____, ...rest } = bulletin;
  const { state, organisationId, bulletinId, path, writtenAt, publishedAt = writtenAt } = bulletin;
  if (state === 'published') {
    return {
      ...rest,
      gx1pk: boardIndex(organisationId),
      gx1sk: dueSortOf(publishedAt, bulletinId),
    };
  }
  if (state === 'in_review') {
    return {
      ...rest,
      gx2pk: bulletinQueueIndex(path[0] ?? organisationId),
      gx2sk: dueSortOf(writtenAt, bulletinId),
    };
  }
  return rest;
}
