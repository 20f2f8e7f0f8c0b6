/** Words about rule packs that the phone runs, too. This file imports nothing. */

/** Where a pack stands: written and not adopted, adopted for later, counted by now, or followed by a later one. */
export const packStandings = {
  candidate: '待采用',
  coming: '已采用，未生效',
  in_force: '现行',
  superseded: '已被替代',
};
export type PackStanding = keyof typeof packStandings;

export const simulationStates = { running: '试算中', done: '已算完', stopped: '已中断' };
export type SimulationState = keyof typeof simulationStates;

/** The upper bounds, in minutes, of how much more or less a person would have: the last has none. */
export const differenceBounds = [-600, -300, -120, -1, 0, 120, 300, 600] as const;
/** One word for each range that the bounds make. */
export const differenceWords = [
  '少 10 小时以上',
  '少 5 至 10 小时',
  '少 2 至 5 小时',
  '少 2 小时以内',
  '不变',
  '多 2 小时以内',
  '多 2 至 5 小时',
  '多 5 至 10 小时',
  '多 10 小时以上',
] as const;

/** So many days back a simulation counts again. */
export const simulatedDays = 365;
/** So many people with the largest differences are listed on each side. */
export const listedPeople = 20;
