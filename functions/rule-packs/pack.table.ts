import type { RulePack } from '#shared/rule-packs';
import { packKey, packsInForceKey } from '../evidence-keys';
import type { At, Versioned } from '../platform/table';
import { read } from '../platform/table';
import type { PackName } from './pack.rules';
import { shippedPack, shippedPacks } from './shipped';

/** A pack as an administrator brought it in. Its content is written once; how far it has come is the table's `version`. */
export type StoredPack = Versioned & {
  pack: RulePack;
  writtenBy: string;
  writtenAt: number;
  adoptedBy?: string;
  adoptedAt?: number;
};
/** Which packs were adopted here, beside those that come with the product; and all that were ever written. */
export type PacksInForce = Versioned & {
  adopted: PackName[];
  /** `cause`: the request that wrote it, so that it is written once. */
  written: (PackName & { cause: string })[];
};

export const packAt = (id: string, version: number): At<StoredPack> => packKey(id, version);
export const packsInForceAt: At<PacksInForce> = packsInForceKey;

/** A pack never changes under its name and version, so it is read once in the life of a function. */
const known = new Map<string, RulePack>();

/** The pack that a shift or a row names. Packs are never removed, so an unknown name is a fault. */
export async function packOf({ id, version }: PackName): Promise<RulePack> {
  const shipped = shippedPack(id, version);
  const name = `${id} ${version}`;
  const found = shipped ?? known.get(name) ?? (await read(packAt(id, version)))[0]?.pack;
  if (!found) throw new Error(`unknown rule pack ${name}`);
  known.set(name, found);
  return found;
}

/** All packs that hold somewhere: what `packFor` chooses from. */
export async function packsInForce(): Promise<RulePack[]> {
  const [inForce] = await read(packsInForceAt);
  return [...shippedPacks, ...(await Promise.all((inForce?.adopted ?? []).map(packOf)))];
}
