import type { ImportState } from '#shared/imports.words';
import { importStates } from '#shared/imports.words';
import type { Tone } from '../ui/tag/tag';
import { Tag } from '../ui/tag/tag';

const tones: Record<ImportState, Tone> = { running: 'sun', done: 'leaf', stopped: 'plain' };

export const StateTag = ({ state }: { state: ImportState }) => (
  <Tag tone={tones[state]}>{importStates[state]}</Tag>
);
