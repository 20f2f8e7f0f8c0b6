import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import path from 'node:path';

/** One process at a time works on a data folder; the lock says which one, and where it answers. */
export type Holder = { pid: number; since: number; url?: string; endpoint?: string };
export type Lock = { tell(about: { url: string; endpoint?: string }): void; release(): void };

/** Thrown when another living process holds the folder. */
export class Held extends Error {
  constructor(
    folder: string,
    readonly holder: Holder,
  ) {
    const at = holder.url ? ` (${holder.url})` : '';
    const since = new Date(holder.since).toLocaleString('sv');
    super(`${folder} is in use by process ${holder.pid}${at} since ${since}. Stop that one first.`);
  }
}

const fileOf = (folder: string): string => path.join(folder, 'lock.json');
const mine = new Set<string>();

/** Takes the folder, made if absent; a lock that a dead process left behind is taken over. */
export function takeLock(folder: string): Lock {
  mkdirSync(folder, { recursive: true });
  const file = fileOf(folder);
  const holder: Holder = { pid: process.pid, since: Date.now() };
  while (!created(file, holder)) {
    const other = holderOf(folder);
    if (other) throw new Held(folder, other);
    clearAway(file, folder);
  }
  mine.add(file);
  const release = () => {
    if (mine.delete(file)) rmSync(file, { force: true });
    process.off('exit', release);
  };
  process.once('exit', release);
  return {
    tell: (about) => writeFileSync(file, JSON.stringify({ ...holder, ...about })),
    release,
  };
}

/** The living process that holds the folder. */
export function holderOf(folder: string): Holder | undefined {
  const holder = readHolder(fileOf(folder));
  return holder && isAlive(holder, fileOf(folder)) ? holder : undefined;
}

function created(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** A number is reused by the next processes: one older than the machine's start, or our own, is not the holder. */
function isAlive({ pid, since }: Holder, file: string): boolean {
  if (pid === process.pid) return mine.has(file);
  if (since < Date.now() - uptime() * 1000 - 5_000) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Moved aside first, so that of two who find the same dead lock only one removes it. */
function clearAway(file: string, folder: string): void {
  const aside = path.join(folder, `lock.${process.pid}.dead`);
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = readHolder(aside);
  // Somebody was faster and this is the new holder's lock: it goes back.
  if (taken && isAlive(taken, file)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}
