import { nameMarks } from '../imports/awaited.table';
import { bareName } from '../imports/list.rules';
import { itemsOf } from '../platform/pages';
import type { At } from '../platform/table';
import { phoneMarksOf } from '../volunteers/phone-marks';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import type { Source } from './source.rules';
import { allSources } from './source.table';
import type { Waiting, WaitingWords } from './waiting.table';
import { waitingAt, waitingUnder, wordsOf } from './waiting.table';

export type Found = { at: At<Waiting>; row: Waiting; words: WaitingWords; source: Source };
type Looked = { found: Found[]; more: boolean; nameDiffers: boolean };
const nothing: Looked = { found: [], more: false, nameDiffers: false };

/** What has to be done before anything can be fetched; undefined when nothing. */
export function missingOf(
  profile: StoredProfile,
  marks: readonly string[],
): 'phone' | 'real_name' | undefined {
  if (marks.length === 0) return 'phone';
  return profile.realNameLevel === 1 ? undefined : 'real_name';
}

/** What waits for a person, of sources that are good today: at most `max`, and whether there is more. */
export async function waitingFor(
  volunteerId: string,
  profile: StoredProfile,
  { max, now }: { max: number; now: number },
): Promise<Looked & { missing?: 'phone' | 'real_name' }> {
  const marks = await phoneMarksOf(volunteerId, profile);
  const missing = missingOf(profile, marks);
  if (missing) return { ...nothing, missing };
  const sources = new Map((await allSources()).map((one) => [one.sourceId, one]));
  const found: Found[] = [];
  let nameDiffers = false;
  for (const mark of marks) {
    const mine = nameMarks(mark, bareName(profile.name));
    for await (const row of itemsOf<Waiting>({ pk: waitingUnder(mark), limit: 200 })) {
      const source = sources.get(row.sourceId);
      if (row.taken || row.expiresAt * 1000 <= now || source?.state !== 'confirmed') continue;
      if (!mine.includes(row.nameMark)) nameDiffers = true;
      else if (found.length === max) return { found, more: true, nameDiffers };
      else found.push(foundOf(mark, row, source));
    }
  }
  return { found, more: false, nameDiffers };
}

function foundOf(mark: string, row: Waiting, source: Source): Found {
  const at = waitingAt(mark, row.sourceId, row.rowKey);
  return { at, row, source, words: wordsOf(at, row.sealedRow) };
}
