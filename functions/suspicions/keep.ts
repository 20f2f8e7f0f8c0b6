import { idFor } from '../platform/ids';
import type { Write } from '../platform/table';
import { commit, create, read, save, untilWon } from '../platform/table';
import type { Suspicion } from './signal.rules';
import type { Finding } from './suspicion.rules';
import { findingOf, grown, rankOf } from './suspicion.rules';
import { findingAt, listedAt } from './suspicion.table';

/** One finding for a subject and a month: the same look again writes nothing. */
export async function keepSuspicions(
  suspicions: readonly Suspicion[],
  { scope, month, at }: { scope: string; month: string; at: number },
): Promise<void> {
  for (const suspicion of suspicions) {
    const { kind, id } = suspicion.subject;
    const findingId = idFor('suspicion', scope, kind, id, month);
    await untilWon(() => keep(findingOf(suspicion, { findingId, month, at })));
  }
}

/** The finding, and its line on the lists of its organisation and of all above. */
async function keep(found: Finding): Promise<void> {
  const at = findingAt(found.findingId);
  const rank = rankOf(found.severity);
  const lists = found.path.map((one) =>
    listedAt(one, found.month, { rank, findingId: found.findingId }),
  );
  const [known, ...lines] = await read(at, ...lists);
  const next = grown(known as Finding | undefined, found);
  if (!next) return;
  const line = { findingId: next.findingId, rule: next.rule, rank };
  const missing = lists.flatMap((list, index): Write[] =>
    lines[index] ? [] : [create(list, line)],
  );
  await commit([save(at, known as Finding | undefined, next), ...missing]);
}
