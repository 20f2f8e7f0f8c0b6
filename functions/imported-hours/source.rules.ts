import type { SourceState } from '#shared/imported-hours.words';
import type { RefusalCode } from '#shared/refusals';

/** A system whose signed lists are taken. Two different people of the city stand behind one that is confirmed. */
export type Source = {
  version: number;
  sourceId: string;
  name: string;
  /** Ed25519, SPKI in base64. */
  publicKey: string;
  state: SourceState;
  proposedBy: string;
  proposedAt: number;
  confirmedBy?: string;
  endedBy?: string;
};
export type SourceEvent = 'confirm' | 'end';

const edges: Record<SourceState, Partial<Record<SourceEvent, SourceState>>> = {
  proposed: { confirm: 'confirmed', end: 'ended' },
  confirmed: { end: 'ended' },
  ended: {},
};
export const afterEvent = (state: SourceState, event: SourceEvent): SourceState | undefined =>
  edges[state][event];

type Judged =
  | { status: 'open'; next: Source }
  | { status: 'exists' }
  | { status: 'refused'; code: RefusalCode };

/** What somebody's verdict makes of a source. Ending asks for no second person: it only takes away. */
export function judgeSource(source: Source, event: SourceEvent, by: string): Judged {
  if (event === 'confirm' && source.proposedBy === by)
    return { status: 'refused', code: 'not_to_oneself' };
  const own = event === 'confirm' ? source.confirmedBy : source.endedBy;
  const state = afterEvent(source.state, event);
  if (state === undefined)
    return own === by ? { status: 'exists' } : { status: 'refused', code: 'already_decided' };
  const decided = event === 'confirm' ? { confirmedBy: by } : { endedBy: by };
  return { status: 'open', next: { ...source, state, ...decided } };
}
