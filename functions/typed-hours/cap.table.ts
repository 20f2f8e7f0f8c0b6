import { typedCapKey } from '../evidence-keys';
import type { At, Write } from '../platform/table';
import type { Cap, Draw } from './cap.rules';

export const capAt = (organisation: string, month: string): At<Cap> =>
  typedCapKey(organisation, month);

/** Whose caps some typed minutes are taken from. */
type Drawing = { organisationId: string; topId: string; month: string; draw: Draw };

type Change = { capMinutes: number; allowanceMinutes: number };

/**
 * Moves what is left of a cap, if that much is left. Without a version: all organisations of a city draw on one item,
 * and two that both fit must not disturb each other.
 */
function take(
  organisation: string,
  month: string,
  { capMinutes, allowanceMinutes }: Change,
): Write {
  return {
    Update: {
      Key: typedCapKey(organisation, month),
      UpdateExpression:
        'SET leftMinutes = leftMinutes - :cap, allowanceLeftMinutes = allowanceLeftMinutes - :allowance',
      ConditionExpression: 'leftMinutes >= :cap AND allowanceLeftMinutes >= :allowance',
      ExpressionAttributeValues: { ':cap': capMinutes, ':allowance': allowanceMinutes },
    },
  };
}

/** Takes typed minutes from the organisation and from the topmost one; a city's own hours from one item only. */
export function consume({ organisationId, topId, month, draw }: Drawing): Write[] {
  const own = take(organisationId, month, draw);
  if (topId === organisationId || draw.capMinutes === 0) return [own];
  return [own, take(topId, month, { capMinutes: draw.capMinutes, allowanceMinutes: 0 })];
}

/** Gives back what was not confirmed, to the month it was taken from. */
export const giveBack = ({ draw, ...drawing }: Drawing): Write[] =>
  consume({
    ...drawing,
    draw: { capMinutes: -draw.capMinutes, allowanceMinutes: -draw.allowanceMinutes },
  });

/** Adds to the emergency allowance of a month. */
export const grant = (
  organisation: string,
  month: string,
  { minutes, by }: { minutes: number; by: string },
): Write => ({
  Update: {
    Key: typedCapKey(organisation, month),
    UpdateExpression:
      'SET allowanceMinutes = allowanceMinutes + :minutes, allowanceLeftMinutes = allowanceLeftMinutes + :minutes, grantors = list_append(grantors, :by)',
    ConditionExpression: 'allowanceMinutes <= :max',
    ExpressionAttributeValues: {
      ':minutes': minutes,
      ':by': [by],
      ':max': allowanceMax - minutes,
    },
  },
});

/** In all, an organisation and month; the list of who granted stays short with it. */
const allowanceMax = 600_000;
