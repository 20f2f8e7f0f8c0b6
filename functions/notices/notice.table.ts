import type { NoticeKind } from '#shared/vocabulary';
import { noticeKey } from '../keys';
import type { At, Write } from '../platform/table';
import { create } from '../platform/table';

/** A page of the mini-program, as `/activities/show/index`, and the id of what it shows. */
export type NoticeLink = { page: string; id?: string };

/** Something a person is told, once: it stands in their inbox, and goes out by WeChat where they asked for that. */
export type Notice = {
  version: number;
  volunteerId: string;
  noticeId: string;
  kind: NoticeKind;
  /** The whole sentence, in Chinese, as it is shown. */
  text: string;
  link?: NoticeLink;
  at: number;
};

export const noticeAt = (volunteer: string, at: number, notice: string): At<Notice> =>
  noticeKey(volunteer, at, notice);

type Told = Pick<Notice, 'noticeId' | 'kind' | 'text' | 'link' | 'at'>;

/**
 * Tells a person something, as a write for the commit (or for `applyOnce`) of its cause. `noticeId` and `at` come
 * from the cause (`idFor('notice', …)`), so that the same cause again is the same notice.
 */
export const tell = (volunteerId: string, notice: Told): Write =>
  create(noticeAt(volunteerId, notice.at, notice.noticeId), { ...notice, volunteerId, version: 1 });
