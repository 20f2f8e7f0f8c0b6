import type { RecordState } from '#shared/vocabulary';
import type { Tone } from './ui/tag/tag';

/** How a record's state looks beside its word. */
export const recordTones: Record<RecordState, Tone> = {
  signed_up: 'sea',
  withdrawn: 'plain',
  checked_in: 'sun',
  late: 'sun',
  closed: 'sun',
  typed: 'sun',
  credited: 'leaf',
  declined: 'plain',
  waiting: 'sun',
  asked: 'sun',
  no_show: 'plain',
};
