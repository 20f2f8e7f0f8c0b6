import { awaitedKey, awaitedPartition } from '../keys';
import type { At, Write } from '../platform/table';
import { query } from '../platform/table';
import { wayMarks } from '../platform/vault';

/**
 * An organisation awaits whoever has a phone number that nobody has verified yet: under the number's mark, the number
 * itself nowhere. It becomes an invitation when somebody verifies the number, and is over with its list.
 */
export type Awaited = {
  version: number;
  organisationId: string;
  importId: string;
  importerId: string;
  /** Of the name on the list, so that a number in other hands invites nobody. */
  nameMark: string;
  since: number;
  /** Seconds. */
  expiresAt: number;
  /** Somebody has verified the number. Not who: a number leads to nobody once their ways in are gone. */
  taken?: true;
};

export const awaitedAt = (mark: string, organisation: string): At<Awaited> =>
  awaitedKey(mark, organisation);

/** A name is marked together with its number: the same name elsewhere has another mark. */
export const nameMarks = (mark: string, name: string): string[] =>
  wayMarks('name', `${mark} ${name}`).map((one) => one.mark);

/** Writes it anew, whatever an older list had written. */
export const awaitPhone = (mark: string, awaited: Awaited): Write => {
  const { pk, sk } = awaitedAt(mark, awaited.organisationId);
  return { Put: { Item: { ...awaited, pk, sk } } };
};

/** A person meets at most this many at once. */
const organisationsMax = 50;

export async function awaitedUnder(mark: string): Promise<Awaited[]> {
  const { items } = await query<Awaited>({ pk: awaitedPartition(mark), limit: organisationsMax });
  return items;
}
