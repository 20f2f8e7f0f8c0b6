import type { RefusalCode } from '#shared/refusals';

/** The printed card of a person. Its number stands in the code's gate; the last one issued is the only good one. */
export type Card = { version: number; number: number; issuedAt: number; issuedBy: string };

/** The number is one byte of the code. */
const numbersMax = 255;

export type CardVerdict =
  | { status: 'same'; card: Card }
  | { status: 'issued'; number: number }
  | { status: 'refused'; code: RefusalCode };

/**
 * Which card somebody has after asking for one. `replaces` is the number of the lost card: asked again, the answer is
 * the card that took its place, and no third one.
 */
export function judgeIssue(card: Card | undefined, replaces: number | undefined): CardVerdict {
  if (!card) return { status: 'issued', number: 1 };
  if (replaces !== card.number) return { status: 'same', card };
  if (card.number >= numbersMax) return { status: 'refused', code: 'cards_exhausted' };
  return { status: 'issued', number: card.number + 1 };
}

/** Why a scanned card does not count; undefined when it is the last one issued. */
export function judgeCard(
  card: Pick<Card, 'number'> | undefined,
  scanned: number,
): RefusalCode | undefined {
  return card?.number === scanned ? undefined : 'card_replaced';
}
