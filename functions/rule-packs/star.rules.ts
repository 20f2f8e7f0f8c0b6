import type { RulePack } from '#shared/rule-packs';

type Star = RulePack['stars'][number];
type Standing = {
  /** The highest star that the count alone gives. */
  star?: string;
  /** A star that a review gives: the count only proposes it. */
  proposed?: string;
  next?: Star & { missingMinutes: number };
};

const hourMinutes = 60;

/** Which star so many final minutes come to, and what is missing to the next one. */
export function starOf(minutes: number, stars: readonly Star[]): Standing {
  const reached = stars.filter(({ hours }) => hours * hourMinutes <= minutes);
  const star = reached.findLast(({ reviewed }) => !reviewed)?.name;
  const last = reached.at(-1);
  const proposed = last?.reviewed ? last.name : undefined;
  const next = stars.find(({ hours }) => hours * hourMinutes > minutes);
  return {
    ...(star !== undefined && { star }),
    ...(proposed !== undefined && { proposed }),
    ...(next && { next: { ...next, missingMinutes: next.hours * hourMinutes - minutes } }),
  };
}
