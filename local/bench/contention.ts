import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/**
 * A door before the engine, in a process of its own: beside ten functions in one process it would let callers wait for
 * seconds outside, and hold what a transaction holds for as long as that process is busy.
 */
export type Door = { endpoint: string; requests(): Promise<number>; stop(): Promise<void> };

export async function openDoor(endpoint: string): Promise<Door> {
  const child = fork(path.join(__dirname, 'door.ts'), [endpoint]);
  const told = async () => (await once(child, 'message'))[0] as number;
  const port = await told();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    requests: async () => {
      child.send('how many');
      return told();
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
