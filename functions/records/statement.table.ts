import { statementKey, statementsPrefix } from '../evidence-keys';
import { shiftKey } from '../keys';
import { itemsOf } from '../platform/pages';
import type { Write } from '../platform/table';

/** That somebody said they were there: one a person and shift, whatever they said. */
type Statement = { volunteerId: string; at: number };

/** Shown and decided on are no more than so many; more say nothing more. */
const shownMax = 50;

/** Written over by the same person's next statement. */
export const stated = (shift: string, statement: Statement): Write => ({
  Put: { Item: { ...statementKey(shift, statement.volunteerId), ...statement } },
});

/** Who has stated something at a shift, at most fifty. */
export async function statedBy(shift: string): Promise<string[]> {
  const found: string[] = [];
  const listed = { pk: shiftKey(shift).pk, prefix: statementsPrefix, limit: shownMax };
  for await (const { volunteerId } of itemsOf<Statement>(listed)) {
    found.push(volunteerId);
    if (found.length === shownMax) break;
  }
  return found;
}
