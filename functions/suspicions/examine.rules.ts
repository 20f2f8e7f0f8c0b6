import { circleSignals } from './circle.rules';
import type { Fact } from './fact.rules';
import { groupsOf } from './fact.rules';
import { personSignals } from './person.rules';
import { shiftSignals } from './presence.rules';
import type { Suspicion } from './signal.rules';
import { suspicionsOf } from './signal.rules';
import type { Around } from './typing.rules';
import { typingSignals } from './typing.rules';

/** Whom and what an organisation's month makes suspicious. */
export function examineOrganisation(facts: readonly Fact[], around: Around): Suspicion[] {
  const shifts = [...groupsOf(facts, ({ shiftId }) => shiftId).values()];
  return suspicionsOf([
    ...shifts.flatMap(shiftSignals),
    ...typingSignals(facts, around),
    ...circleSignals(facts),
  ]);
}

/** The same for one person's month, over all organisations. */
export const examinePerson = (facts: readonly Fact[]): Suspicion[] =>
  suspicionsOf(personSignals(facts));
