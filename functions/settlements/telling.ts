import type { NoticeKind } from '#shared/vocabulary';
import { tell } from '../notices/notice.table';
import { idFor } from '../platform/ids';
import type { Write } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { whenWord } from '../signups/telling';

type Told = { at: number; say: string; kind?: NoticeKind };

/** Tells somebody what became of their hours. The record's version makes it one notice for one change. */
export function told(
  { volunteerId, shiftId, startsAt, title, version }: ServiceRecord,
  { at, say, kind = 'hours' }: Told,
): Write {
  return tell(volunteerId, {
    noticeId: idFor('notice', 'settlement', shiftId, volunteerId, String(version)),
    kind,
    text: `${whenWord(startsAt)} 的“${title}”${say}`,
    link: { page: '/settlements/appeal/index', id: shiftId },
    at,
  });
}

type Raised = { disputeId: string; at: number; text: string };

/** Tells whoever objected what became of it: nothing of the person whose row it was. */
export const toldOf = (by: string, { disputeId, at, text }: Raised): Write =>
  tell(by, {
    noticeId: idFor('notice', 'dispute', disputeId),
    ...{ kind: 'settlement', text, at },
  });
