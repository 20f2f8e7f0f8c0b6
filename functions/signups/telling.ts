import { clockOf, dayOf } from '#shared/time';
import type { NoticeKind } from '#shared/vocabulary';
import { tell } from '../notices/notice.table';
import { idFor } from '../platform/ids';
import type { Write } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';

/** 11月28日 14:00: a notice is read on another day than it is written. */
export function whenWord(at: number): string {
  const day = dayOf(at);
  return `${Number(day.slice(4, 6))}月${Number(day.slice(6))}日 ${clockOf(at)}`;
}

/** 11月28日 14:00 的“海边清洁” */
const nameOf = ({ startsAt, title }: Pick<ServiceRecord, 'startsAt' | 'title'>): string =>
  `${whenWord(startsAt)} 的“${title}”`;

type Told = { kind: NoticeKind; now: number; text: (shift: string) => string };

/** Tells somebody what became of their record. The record's version makes it one notice for one change. */
export function tellOf(record: ServiceRecord, { kind, now, text }: Told): Write {
  const { volunteerId, shiftId, version } = record;
  return tell(volunteerId, {
    noticeId: idFor('notice', 'signup', shiftId, volunteerId, String(version)),
    kind,
    text: text(nameOf(record)),
    link: { page: '/signups/sheet/index', id: shiftId },
    at: now,
  });
}
