import { wayKey, wayListKey } from '../keys';
import type { Caller } from '../platform/session';
import type { At, Versioned, Write } from '../platform/table';
import { replace } from '../platform/table';

/** A way in: which volunteer an identifier opens. Raising the epoch kills every session made before. */
export type Way = Versioned & { volunteerId: string; epoch: number; pepperVersion: number };

export const wayAt = (kind: string, mark: string): At<Way> => wayKey(kind, mark);
export const wayOf = ({ way }: Caller): At<Way> => wayAt(way.kind, way.mark);

export type ListedWay = {
  kind: string;
  mark: string;
  /** Of a phone: 156******77. */
  masked?: string;
  since: number;
  /** The mark of the same way under an older pepper, which still stands beside it. */
  renews?: string;
};
/**
 * All ways in of a volunteer. Whoever adds, moves or removes one writes this item in the same commit: so the list is
 * exact, two changes at once are one too many, and nobody loses their last way.
 */
export type WayList = Versioned & {
  ways: ListedWay[];
  /** The account that this one was merged into; then no way leads here. */
  closedInto?: string;
  /** The accounts that were merged into this one, at once or by way of another: they are deleted with it. */
  merged?: string[];
};

export const wayListAt = (volunteer: string): At<WayList> => wayListKey(volunteer);

/** What is known of whoever has no list yet. */
export const emptyWayList: WayList = { version: 1, ways: [] };

/** Ends every session that was made by a way. */
export const endSessions = (at: At<Way>, way: Way): Write =>
  replace(at, { ...way, epoch: way.epoch + 1 });
