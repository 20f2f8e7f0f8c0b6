import { cardKey } from '../keys';
import type { At } from '../platform/table';
import type { Card } from './card.rules';

export const cardAt = (volunteer: string): At<Card> => cardKey(volunteer);
