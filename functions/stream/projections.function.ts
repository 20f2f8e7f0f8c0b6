import { countRecords } from '../activities/counts.projection';
import { consume } from '../platform/stream';
import { countStock } from '../rewards/stock.projection';
import { noteWhatCanBeFound } from '../search/entries.projection';
import { noteChangedStation } from '../stations/changed.projection';

/** What is shown in sum. */
export const main = consume(
  'projections',
  countRecords,
  countStock,
  noteChangedStation,
  noteWhatCanBeFound,
);
