import { hoursRoutes } from '#shared/hours';
import { proofOf } from '#shared/merkle';
import { dayOf } from '#shared/time';
import { actingFor } from '../dependants/acting';
import { hoursAt } from '../hours/hours.table';
import { hashedText } from '../ledger/chain';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import type { Root } from './root.table';
import { hashesOn, rootAt, sha256 } from './root.table';
import { getRootFile } from './root-file';

/** So many leaves are gathered from the index when the file of a day cannot be had; a larger day has to wait for it. */
const gatheredMax = 20_000;

/** That one's own entry is under the public root of its day. */
export const proveEntry = handle(
  'GET /me/hours/{sequence}/proof',
  hoursRoutes['GET /me/hours/{sequence}/proof'],
  async ({ sequence, forVolunteerId }, { caller }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    const [entry] = await read(hoursAt(volunteerId, sequence));
    if (!entry) return refuse('not_found');
    const day = dayOf(entry.at);
    const [stored] = await read(rootAt(day));
    if (!stored) return refuse('root_not_yet');
    const { root, previous } = stored;
    const proof = proofOf(sha256, {
      ...{ day, previous, hashes: await leavesOf(stored) },
      entryHash: entry.hash,
    });
    if (!proof) throw new Error(`entry ${sequence} of ${volunteerId} is not under its root`);
    return { entry: hashedText(entry), hash: entry.hash, day, root, proof };
  },
);

async function leavesOf(root: Root): Promise<string[]> {
  const file = await getRootFile(root).catch(() => undefined);
  if (file) return file.leaves;
  return root.entries <= gatheredMax ? hashesOn(root.day) : refuse('files_unavailable');
}
