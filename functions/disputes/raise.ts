import type { RulePack } from '#shared/rule-packs';
import type { Shift } from '../activities/shift.rules';
import { organisationAt } from '../organisations/organisation.table';
import type { Write } from '../platform/table';
import { create, read, replace } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import type { Dispute } from './dispute.rules';
import { dueAfter } from './dispute.rules';
import { disputeAt, inTurnOf, noteDue } from './dispute.table';

type Said = Pick<Dispute, 'disputeId' | 'requestId' | 'kind' | 'by' | 'text'> &
  Partial<Pick<Dispute, 'reason' | 'wanted'>>;
type About = { record: ServiceRecord; shift: Shift; pack: RulePack; at: number };

/** A dispute in the turn of the shift's organisation, and the one row that it freezes. */
export async function raise(
  said: Said,
  { record, shift, pack, at }: About,
): Promise<{ dispute: Dispute; writes: Write[] }> {
  const { volunteerId, shiftId, title } = record;
  const { path } = shift;
  const [handler] = await read(organisationAt(path[path.length - 1] ?? ''));
  const dispute = inTurnOf(
    { ...said, version: 1, volunteerId, shiftId, title, at },
    { path, name: handler?.name ?? shift.organisationName, dueAt: dueAfter(at, pack) },
  );
  const { disputeId, kind } = dispute;
  const frozen: ServiceRecord = { ...record, dispute: { disputeId, kind, at } };
  return {
    dispute,
    writes: [
      create(disputeAt(disputeId), dispute),
      noteDue(dispute),
      replace(recordAt(volunteerId, shiftId), frozen),
    ],
  };
}
