import { consume } from '../platform/stream';
import { countStock } from '../rewards/stock.projection';
import { noteWhatCanBeFound } from '../search/entries.projection';
import { countRecords } from '../shifts/counts.projection';
import { noteSharedDevices } from '../shifts/devices.projection';
import { noteChangedStation } from '../stations/changed.projection';
import { noteFacts } from '../suspicions/facts.projection';
import { addUp } from '../totals/totals.projection';

/** What is shown in sum. */
export const main = consume(
  'projections',
  countRecords,
  noteSharedDevices,
  countStock,
  addUp,
  noteChangedStation,
  noteFacts,
  noteWhatCanBeFound,
);
