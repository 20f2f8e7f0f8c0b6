import { dependantKey, familyKey } from '../keys';
import type { At, Write } from '../platform/table';
import { replace, save } from '../platform/table';
import type { Family, Link } from './link.rules';

export const linkAt = (guardian: string, dependant: string): At<Link> =>
  dependantKey(guardian, dependant);
export const familyAt = (volunteer: string): At<Family> => familyKey(volunteer);

type Both<T> = { guardian: T; dependant: T };

/** A link and what the two families became by it. Everything was read: whoever was faster makes it judge again. */
export function linked(
  link: Link,
  known: Both<Family | undefined> & { link: Link | undefined },
  next: Both<Family>,
): Write[] {
  const { guardianId, dependantId } = link;
  return [
    save(linkAt(guardianId, dependantId), known.link, link),
    save(familyAt(guardianId), known.guardian, next.guardian),
    save(familyAt(dependantId), known.dependant, next.dependant),
  ];
}

/** A link that ended, and the families without it. */
export function unlinked(link: Link, next: Both<Family>): Write[] {
  return [
    replace(linkAt(link.guardianId, link.dependantId), link),
    replace(familyAt(link.guardianId), next.guardian),
    replace(familyAt(link.dependantId), next.dependant),
  ];
}
