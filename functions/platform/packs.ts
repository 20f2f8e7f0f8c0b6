import { gunzipSync, gzipSync } from 'node:zlib';
import { dayMs, minuteMs } from '#shared/time';
import { refuse } from './refuse';
import type { At, Versioned, Write } from './table';
import { commit, create, or, read, replace, save, untilWon } from './table';

/**
 * A pack: something whole that many read and that is published anew when its content has changed. It lies gzipped in
 * parts that fit an item each, under a version that names the content; one head says which version is the newest.
 */
export type Pack = {
  headAt: At<PackHead>;
  partAt: (version: string, part: number) => At<PackPart>;
};
/** `checkedAt`: when the content was last found to be as the pack says, later than when it was published. */
export type PackHead = Versioned & {
  packVersion: string;
  parts: number;
  publishedAt: number;
  checkedAt?: number;
};
/** A pack that is not published yet, or replaced, expires (TTL, in seconds). */
export type PackPart = { bytes: Uint8Array; expiresAt?: number };

/** Items hold at most 400 KB; so much of it is used for a part. */
const partBytesMax = 300_000;
const partsMax = 20;
/** A pack that was replaced stays so long for whoever has just read the head. */
const expiryMs = dayMs;
/** How long a function goes by the head it has read. */
const headMs = minuteMs;

export function partsOf(content: unknown): Uint8Array[] {
  const bytes = gzipSync(JSON.stringify(content), { level: 9 });
  const count = Math.max(1, Math.ceil(bytes.length / partBytesMax));
  if (count > partsMax) throw new Error(`the pack needs ${count} parts`);
  return Array.from({ length: count }, (_, part) =>
    bytes.subarray(part * partBytesMax, (part + 1) * partBytesMax),
  );
}

export const contentOf = <T>(parts: readonly Uint8Array[]): T =>
  JSON.parse(gunzipSync(Buffer.concat(parts)).toString('utf8')) as T;

export const partNumbers = ({ parts }: Pick<PackHead, 'parts'>): number[] =>
  Array.from({ length: parts }, (_, part) => part);

type News = { version: string; content: unknown; now: number };

/**
 * Publishes the content if it is not what stands there. The parts come first, then the head in one commit with them,
 * so that nobody sees half a pack.
 */
export async function publishPack(
  pack: Pack,
  { version, content, now }: News,
): Promise<'published' | 'unchanged'> {
  return untilWon(async () => {
    const [known] = await read(pack.headAt);
    if (known?.packVersion !== version) {
      await publish(pack, { parts: partsOf(content), version, known, now });
      return 'published';
    }
    await commit([replace(pack.headAt, { ...known, checkedAt: now })]);
    return 'unchanged';
  });
}

type Next = { parts: Uint8Array[]; version: string; known: PackHead | undefined; now: number };

async function publish(pack: Pack, { parts, version, known, now }: Next): Promise<void> {
  const expiresAt = Math.ceil((now + expiryMs) / 1000);
  for (const [part, bytes] of parts.entries()) {
    await commit([or(create(pack.partAt(version, part), { bytes, expiresAt }), 'there')]);
  }
  const head: PackHead = {
    version: known?.version ?? 1,
    packVersion: version,
    parts: parts.length,
    publishedAt: now,
  };
  await commit([
    save(pack.headAt, known, head),
    ...parts.map((_, part) => keepPart(pack.partAt(version, part))),
    ...(known
      ? partNumbers(known).map((part) => dropPart(pack.partAt(known.packVersion, part), expiresAt))
      : []),
  ]);
}

const keepPart = (at: At<PackPart>): Write => ({
  Update: {
    Key: { pk: at.pk, sk: at.sk },
    UpdateExpression: 'REMOVE #expiresAt',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#expiresAt': 'expiresAt' },
  },
});

const dropPart = (at: At<PackPart>, expiresAt: number): Write => ({
  Update: {
    Key: { pk: at.pk, sk: at.sk },
    UpdateExpression: 'SET #expiresAt = :expiresAt',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#expiresAt': 'expiresAt' },
    ExpressionAttributeValues: { ':expiresAt': expiresAt },
  },
});

type Kept<T> = { version: string; parts: number; readAt: number; content?: T };

/**
 * Reads a pack into the function's memory: the head at most once a minute, the parts only when there is a newer
 * version. `none` is what stands for it before the first one is published.
 */
export function packReader<T>(pack: Pack, none: () => { version: string; content: T }) {
  let kept: Kept<T> | undefined;

  const keep = (head: PackHead | undefined, readAt: number): Kept<T> => {
    if (!head) return { ...none(), parts: 0, readAt };
    const { packVersion: version, parts } = head;
    const same = kept?.version === version ? kept.content : undefined;
    return { version, parts, readAt, ...(same !== undefined && { content: same }) };
  };
  const newest = async (now: number): Promise<Kept<T>> => {
    const age = kept ? now - kept.readAt : headMs;
    if (kept && age >= 0 && age < headMs) return kept;
    const [head] = await read(pack.headAt);
    kept = keep(head, now);
    return kept;
  };
  const contentOfHead = async (head: Kept<T>): Promise<T> => {
    const found = await read(...partNumbers(head).map((part) => pack.partAt(head.version, part)));
    const whole = found.filter((part): part is PackPart => part !== undefined);
    // The parts of a pack that was replaced a day ago are gone; the next head names the new ones.
    if (whole.length !== head.parts) return refuse('busy');
    return contentOf(whole.map(({ bytes }) => bytes));
  };
  return {
    version: async (now: number): Promise<string> => (await newest(now)).version,
    content: async (now: number): Promise<T> => {
      const head = await newest(now);
      head.content ??= await contentOfHead(head);
      return head.content;
    },
  };
}
