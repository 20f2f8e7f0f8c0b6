import { complain, say } from './say';

type Line = { route: string; status: number; tookMs: number; code?: string; fault?: string };

/**
 * The functions log one JSON line a request, for CloudWatch. At a terminal a person sees what went wrong on our side,
 * and every request on demand.
 */
export function showRequests(which: 'faults' | 'all'): void {
  const print = console.log;
  console.log = (...given: unknown[]) => {
    const line = given.length === 1 ? lineIn(given[0]) : undefined;
    if (!line) print(...given);
    else if (line.status >= 500) complain(`  ! ${textOf(line)}\n    ${line.fault ?? ''}`);
    else if (which === 'all') say(`    ${textOf(line)}`);
  };
}

function lineIn(given: unknown): Line | undefined {
  if (typeof given !== 'string' || !given.startsWith('{"route":')) return undefined;
  try {
    return JSON.parse(given) as Line;
  } catch {
    return undefined;
  }
}

const textOf = ({ route, status, code, tookMs }: Line): string =>
  [route, status, code, `${tookMs} ms`].filter(Boolean).join('  ');
