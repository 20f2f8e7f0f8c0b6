/**
 * What of a kept row belongs into a person's own file: everything that says something about them; nothing of how the
 * table is laid out, no sealed text, and nobody else.
 */
const inner = new Set([
  ...['pk', 'sk', 'version', 'gx1pk', 'gx1sk', 'gx2pk', 'gx2sk', 'expiresAt'],
  ...['salt', 'placeShard', 'stockShard', 'path', 'pickup', 'requestMark', 'volunteerId'],
]);
const others = new Set(['countersignedBy', 'handover', 'actedBy', 'endedBy', 'guardianId']);

export function ownPart(row: object): Record<string, unknown> {
  const fields = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
    if (inner.has(name) || others.has(name) || name.startsWith('sealed')) return [];
    const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [[name, isPlain ? ownPart(value) : value]];
  });
  return Object.fromEntries(fields);
}
