/** Whether the mini-program's process runs, and its timers. A killed process calls nothing back and writes nothing. */
export type Life = {
  alive: boolean;
  timers: Record<'setTimeout' | 'setInterval' | 'clearTimeout' | 'clearInterval', unknown>;
  kill(): void;
};

type Work = (...given: unknown[]) => void;

export function createLife(): Life {
  const stops = new Map<number, () => void>();
  let last = 0;
  const clear = (id?: number) => {
    if (id === undefined) return;
    stops.get(id)?.();
    stops.delete(id);
  };
  const life: Life = {
    alive: true,
    timers: {
      setTimeout: (work: Work, delay?: number, ...given: unknown[]) => {
        const id = ++last;
        if (!life.alive) return id;
        const timer = setTimeout(() => {
          stops.delete(id);
          work(...given);
        }, delay);
        stops.set(id, () => clearTimeout(timer));
        return id;
      },
      setInterval: (work: Work, delay?: number, ...given: unknown[]) => {
        const id = ++last;
        if (!life.alive) return id;
        const timer = setInterval(work, delay, ...given);
        stops.set(id, () => clearInterval(timer));
        return id;
      },
      clearTimeout: clear,
      clearInterval: clear,
    },
    kill: () => {
      life.alive = false;
      for (const stop of stops.values()) stop();
      stops.clear();
    },
  };
  return life;
}
