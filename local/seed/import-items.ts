import type { ImportOutcome } from '#shared/imports.words';
import { dayMs } from '#shared/time';
import { awaitPhone, nameMarks } from '../../functions/imports/awaited.table';
import type { MemberImport } from '../../functions/imports/import.rules';
import { keptMs, moved } from '../../functions/imports/import.rules';
import {
  cut,
  importAt,
  listedImport,
  pieceRows,
  putPiece,
} from '../../functions/imports/import.table';
import { bareName } from '../../functions/imports/list.rules';
import { idFor } from '../../functions/platform/ids';
import { wayMarks } from '../../functions/platform/vault';
import { beachTeam, volunteerIdOf } from './people';
import type { World } from './world';

/** What an earlier list of 吴海平's for the beach team came to. Whoever registers with a listed number is invited. */
const listed: [name: string, phone: string, outcome: ImportOutcome][] = [
  ['李雷', '19900000000', 'already_member'],
  ['曲晓燕', '19900008801', 'awaited'],
  ['纪海涛', '19900008802', 'awaited'],
  ['宋文静', '1990000880', 'bad_phone'],
  ['曲晓燕', '19900008801', 'duplicate'],
  ['新来的市民', '19900008803', 'awaited'],
];

export function addImports(world: World, now: number): void {
  const startedAt = now - dayMs;
  const importId = idFor('seed import', 'beach');
  const [organisationId, importerId] = [beachTeam, volunteerIdOf('admin')];
  const expiresAt = Math.ceil((startedAt + keptMs) / 1000);
  const rows = listed.map(([name, phone, outcome], index) => ({
    ...{ row: index + 2, name, phone, outcome },
  }));
  const begun: MemberImport = {
    ...{ version: 1, importId, organisationId, importerId, state: 'running', at: 0 },
    ...{ pieces: Math.ceil(rows.length / pieceRows), rows: rows.length, counts: {} },
    ...{ startedAt, movedAt: startedAt, expiresAt },
  };
  const outcomes = rows.map(({ outcome }) => outcome);
  world.put(importAt(importId), listedImport(moved(begun, outcomes, startedAt)));
  world.take(cut(importId, rows, expiresAt).map((piece, at) => putPiece(importId, at, piece)));
  for (const { name, phone, outcome } of rows) {
    if (outcome !== 'awaited') continue;
    const [{ mark }] = wayMarks('phone', phone);
    const [nameMark = ''] = nameMarks(mark, bareName(name));
    const cause = { organisationId, importId, importerId, nameMark };
    world.take([awaitPhone(mark, { version: 1, ...cause, since: startedAt, expiresAt })]);
  }
}
