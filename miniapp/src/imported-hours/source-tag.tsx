import type { SourceState } from '#shared/imported-hours.words';
import { sourceStates } from '#shared/imported-hours.words';
import type { Tone } from '../ui/tag/tag';
import { Tag } from '../ui/tag/tag';

const tones: Record<SourceState, Tone> = { proposed: 'sun', confirmed: 'leaf', ended: 'plain' };

export const SourceTag = ({ state }: { state: SourceState }) => (
  <Tag tone={tones[state]}>{sourceStates[state]}</Tag>
);
