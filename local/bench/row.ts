import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** One gate beside its peers, all measured in the same run on the same machine. Smaller is better; `goal` is the most. */
export type Row = {
  name: string;
  unit: string;
  ours: number;
  peers: Record<string, number>;
  goal: number;
  ok: boolean;
};

export function rowOf({ ours, goal, peers, ...named }: Omit<Row, 'ok'>): Row {
  const round = (value: number): number => Number(value.toPrecision(4));
  return {
    ...named,
    ours: round(ours),
    peers: Object.fromEntries(Object.entries(peers).map(([name, it]) => [name, round(it)])),
    goal: round(goal),
    ok: ours <= goal,
  };
}

export function medianOf(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Gives the work a folder that is gone when it is done. */
export async function inPassingFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'volunteer-cloud-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
