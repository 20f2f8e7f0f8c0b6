import { deletionKey, exportKey } from '../keys';
import type { At } from '../platform/table';
import type { Export } from './account.rules';

export const exportAt = (volunteer: string): At<Export> => exportKey(volunteer);

/** Who was deleted and when (ms): whatever is restored from before is erased again by it. */
export type Deletion = { volunteerId: string; at: number };
export const deletionAt = (month: string, volunteer: string): At<Deletion> =>
  deletionKey(month, volunteer);
