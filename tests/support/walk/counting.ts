import type { Request, Response, Route } from '#shared/api';
import { dayMs, dayOf, hourMs, startOfDay } from '#shared/time';
import type { TestCloud } from '../cloud';
import type { Person } from '../given';
import type { Spent } from '../meter';
import { metered } from '../meter';

/** Asks a route as somebody and keeps what it cost, under the route's name and, where it has several, the `when`. */
export type Cost = <R extends Route>(
  who: Person,
  route: R,
  asked: { request: Request<R>; when?: string },
) => Promise<Response<R>>;

/** The same for what is asked without a session: whatever `work` asks of the table is the route's cost. */
export type Count = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export type Counting = { cloud: TestCloud; cost: Cost; count: Count; rows: Map<string, Spent> };

export function counting(cloud: TestCloud): Counting {
  const rows = new Map<string, Spent>();
  const count: Count = async (name, work) => {
    const answers: Awaited<ReturnType<typeof work>>[] = [];
    const spent = await metered(async () => answers.push(await work()));
    if (rows.has(name)) throw new Error(`${name} is counted already`);
    rows.set(name, spent);
    return answers[0] as (typeof answers)[0];
  };
  const cost: Cost = async (who, route, { request, when }) => {
    await who.ask('GET /me', {}); // Refreshes the access token before anything is counted.
    return count(when ? `${route}, ${when}` : route, () => who.ask(route, request));
  };
  return { cloud, cost, count, rows };
}

/** Noon of tomorrow: what is walked never crosses midnight, so that it costs the same at every hour of the day. */
export const setNoon = (cloud: TestCloud): void =>
  cloud.setTime(startOfDay(dayOf(Date.now() + dayMs)) + 12 * hourMs);
