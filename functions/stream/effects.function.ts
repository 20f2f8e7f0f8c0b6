import { consume } from '../platform/stream';
import { giveWithdrawnPlaceBack } from '../signups/vacancy.effect';

/** What follows from a change: one thing leads to the next. */
export const main = consume('effects', giveWithdrawnPlaceBack);
