import type { Pack } from '../../functions/platform/packs';
import { partsOf } from '../../functions/platform/packs';
import type { World } from './world';

type Content = { version: string; content: unknown; now: number };

/** A pack as it stands after its first publication. */
export function addPack(world: World, pack: Pack, { version, content, now }: Content): void {
  const parts = partsOf(content);
  for (const [part, bytes] of parts.entries()) world.put(pack.partAt(version, part), { bytes });
  world.put(pack.headAt, {
    version: 1,
    packVersion: version,
    parts: parts.length,
    publishedAt: now,
  });
}
