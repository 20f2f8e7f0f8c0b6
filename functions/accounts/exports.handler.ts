import { accountRoutes } from '#shared/accounts';
import type { Response } from '#shared/api';
import { dayOf } from '#shared/time';
import { urlToGet } from '../platform/files';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, read, save, untilWon } from '../platform/table';
import { profileAt } from '../volunteers/volunteer.table';
import type { Export } from './account.rules';
import { exportsLeft, judgeExport, standingOf } from './account.rules';
import { exportAt } from './account.table';

export const showExport = handle(
  'GET /me/exports',
  accountRoutes['GET /me/exports'],
  async (_, { caller, now }) => {
    const [known] = await read(exportAt(caller.volunteerId));
    const one = known && (await shown(known, now));
    return { ...(one && { export: one }), leftToday: exportsLeft(known, now) };
  },
);

/** Asks for everything about oneself in one file; the stream collects it, and the next looks show how far it is. */
export const askExport = handle(
  'POST /me/exports',
  accountRoutes['POST /me/exports'],
  async ({ requestId }, { caller: { volunteerId }, now }) =>
    untilWon(async () => {
      const exportId = idFor('export', volunteerId, requestId);
      const [known, profile] = await read(exportAt(volunteerId), profileAt(volunteerId));
      const verdict = judgeExport(exportId, { known, registered: profile !== undefined }, now);
      if (verdict.status === 'refused') return refuse(verdict.code);
      const one =
        verdict.status === 'exists' && known ? known : begun({ volunteerId, exportId, known }, now);
      if (one !== known) await commit([save(exportAt(volunteerId), known, one)]);
      const still = await shown(one, now);
      return { export: still ?? refuse('not_found'), leftToday: exportsLeft(one, now) };
    }),
);

type Asked = { volunteerId: string; exportId: string; known: Export | undefined };

function begun({ volunteerId, exportId, known }: Asked, now: number): Export {
  const today = dayOf(now);
  const count = known?.tries.day === today ? known.tries.count : 0;
  return {
    version: known?.version ?? 1,
    ...{ exportId, volunteerId },
    state: 'collecting',
    rows: 0,
    askedAt: now,
    fileKey: `exports/${volunteerId}/${exportId}.json`,
    tries: { day: today, count: count + 1 },
  };
}

type Shown = Response<'POST /me/exports'>['export'];

async function shown(one: Export, now: number): Promise<Shown | undefined> {
  const state = standingOf(one, now);
  if (!state) return undefined;
  const { exportId, rows, askedAt, fileKey } = one;
  const file = state === 'ready' ? await urlToGet(fileKey, { fileName }) : undefined;
  return {
    ...{ exportId, state, rows, askedAt },
    ...(file && { url: file.url, urlExpiresAt: file.expiresAt }),
  };
}

const fileName = '我的志愿云数据.json';
