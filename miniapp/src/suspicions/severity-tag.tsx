import type { Severity } from '#shared/suspicions.words';
import { severities } from '#shared/suspicions.words';
import type { Tone } from '../ui/tag/tag';
import { Tag } from '../ui/tag/tag';

const tones: Record<Severity, Tone> = { grave: 'brand', serious: 'sun', notice: 'plain' };

/** How much speaks for looking at it, in a word. */
export function SeverityTag({ severity }: { severity: Severity }) {
  return <Tag tone={tones[severity]}>{severities[severity]}</Tag>;
}
