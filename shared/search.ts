import type { Gcj02, OpeningHours } from './place';
import { gcj02, isOpen, metersBetween } from './place';

/**
 * Which stations answer a person's question, searched in the city's list itself: on the phone without network, in the
 * cloud with the same code. This file imports nothing but ./place.
 */

/** The columns of a StationList that the search reads. */
export type PlaceColumns = {
  readonly hoursTable: readonly OpeningHours[];
  readonly name: readonly string[];
  readonly street: readonly string[];
  readonly kind: readonly number[];
  readonly district: readonly string[];
  readonly latitudeE5: readonly number[];
  readonly longitudeE5: readonly number[];
  readonly hours: readonly number[];
  readonly services: readonly number[];
};

export type PlaceQuestion = {
  /** Where the person is; without it there are no distances. */
  from?: Gcj02 | undefined;
  /** The moment in Asia/Shanghai for which `open` is said. */
  at: { weekday: number; minute: number };
  district?: string | undefined;
  /** Indexes into `stationKinds` and `stationServices`. */
  kind?: number | undefined;
  service?: number | undefined;
  /** Each word must stand in the name or the street. */
  words?: string | undefined;
  openOnly?: boolean | undefined;
  limit: number;
};

/** `row` is the index into the columns. */
export type PlaceFound = { row: number; open: boolean; meters?: number };

const maxFound = 200;
const maxWordsLength = 40;
/** Places within one band are about as far: in it, the open ones come first. */
const bandMeters = [500, 1_000, 2_000, 5_000, 10_000, 30_000];
const metersPerE5 = 1.11195;

/** At most `limit` (≤ 200) places: by band of distance, open before closed, nearest first; else in the list's order. */
export function searchPlaces(list: PlaceColumns, question: PlaceQuestion): PlaceFound[] {
  const limit = Math.min(Math.max(0, question.limit), maxFound);
  if (limit === 0 || list.name.length === 0) return [];
  const openByHours = list.hoursTable.map((hours) => isOpen(hours, question.at));
  const fits = fitting(list, question, openByHours);
  const isOpenRow = (row: number) => openByHours[list.hours[row] ?? -1] ?? false;
  return question.from
    ? nearest(list, { from: question.from, fits, isOpenRow, limit })
    : inOrder(list, { fits, isOpenRow, limit });
}

/** The position of a row, GCJ-02. */
export function placeAt(list: PlaceColumns, row: number): Gcj02 {
  return gcj02((list.latitudeE5[row] ?? 0) / 1e5, (list.longitudeE5[row] ?? 0) / 1e5);
}

type Fits = ((row: number) => boolean) | undefined;
type IsOpenRow = (row: number) => boolean;

/** The conditions that were asked for, as one; undefined when there are none. */
function fitting(list: PlaceColumns, asked: PlaceQuestion, openByHours: boolean[]): Fits {
  const { district, kind, service, openOnly } = asked;
  const terms = (asked.words ?? '').slice(0, maxWordsLength).split(/\s+/).filter(Boolean);
  const conditions: ((row: number) => boolean)[] = [];
  if (district !== undefined) conditions.push((row) => list.district[row] === district);
  if (kind !== undefined) conditions.push((row) => list.kind[row] === kind);
  if (service !== undefined) {
    conditions.push((row) => (((list.services[row] ?? 0) >> service) & 1) === 1);
  }
  if (openOnly) conditions.push((row) => openByHours[list.hours[row] ?? -1] === true);
  for (const term of terms) {
    conditions.push(
      (row) => (list.name[row] ?? '').includes(term) || (list.street[row] ?? '').includes(term),
    );
  }
  if (conditions.length === 0) return undefined;
  return (row) => conditions.every((condition) => condition(row));
}

type Candidate = { row: number; open: boolean; band: number; squared: number };

/**
 * Looks at the cells around the person, ring by ring, on a flat map (its error within a city is far below a metre per
 * kilometre), until nothing farther away can come in.
 */
function nearest(
  list: PlaceColumns,
  {
    from,
    fits,
    isOpenRow,
    limit,
  }: { from: Gcj02; fits: Fits; isOpenRow: IsOpenRow; limit: number },
): PlaceFound[] {
  const { latitudeE5, longitudeE5 } = list;
  const [fromNorth, fromEast] = [from.latitude * 1e5, from.longitude * 1e5];
  const shrink = Math.cos((from.latitude * Math.PI) / 180);
  const kept = new Best(limit);
  const look = (row: number) => {
    const north = (latitudeE5[row] as number) - fromNorth;
    const east = ((longitudeE5[row] as number) - fromEast) * shrink;
    const squared = north * north + east * east;
    if (squared > kept.reach || (fits && !fits(row))) return;
    kept.offer({ row, squared, open: isOpenRow(row), band: bandOf(squared) });
  };
  const cells = cellsOf(list);
  const start = cellAt(cells, { north: fromNorth, east: fromEast });
  const rings = Math.max(cells.rows, cells.columns);
  for (let ring = 0; ring < rings; ring++) {
    const leastE5 = Math.max(0, ring - 1) * cellE5 * shrink;
    if (leastE5 * leastE5 > kept.reach) break;
    for (const cell of ringAround(cells, { start, ring })) {
      const end = cells.begins[cell + 1] as number;
      for (let i = cells.begins[cell] as number; i < end; i++) look(cells.members[i] as number);
    }
  }
  return kept.sorted().map(({ row, open }) => ({
    row,
    open,
    meters: metersBetween(from, placeAt(list, row)),
  }));
}

/** The list's rows by the square of about 2 km in which they lie: `members[begins[cell]…begins[cell + 1]]`. */
type Cells = {
  south: number;
  west: number;
  rows: number;
  columns: number;
  begins: number[];
  members: number[];
};
type Cell = { row: number; column: number };
const cellE5 = 2_000;
const maxCells = 40_000;
const known = new WeakMap<PlaceColumns, Cells>();

function cellsOf(list: PlaceColumns): Cells {
  const before = known.get(list);
  if (before) return before;
  const south = lowest(list.latitudeE5);
  const west = lowest(list.longitudeE5);
  const rows = Math.floor((highest(list.latitudeE5) - south) / cellE5) + 1;
  const columns = Math.floor((highest(list.longitudeE5) - west) / cellE5) + 1;
  if (!(rows * columns <= maxCells)) throw new RangeError('the list reaches beyond one region');
  const empty = { south, west, rows, columns, begins: [], members: [] };
  const cellOfRow = list.latitudeE5.map((north, i) => {
    const { row, column } = cellAt(empty, { north, east: list.longitudeE5[i] ?? west });
    return row * columns + column;
  });
  const begins = new Array<number>(rows * columns + 1).fill(0);
  for (const cell of cellOfRow) begins[cell + 1] = (begins[cell + 1] ?? 0) + 1;
  for (let i = 1; i < begins.length; i++) begins[i] = (begins[i] ?? 0) + (begins[i - 1] ?? 0);
  const next = begins.slice();
  const members = new Array<number>(cellOfRow.length);
  cellOfRow.forEach((cell, row) => {
    const at = next[cell] ?? 0;
    members[at] = row;
    next[cell] = at + 1;
  });
  const cells = { ...empty, begins, members };
  known.set(list, cells);
  return cells;
}

const lowest = (column: readonly number[]) => column.reduce((a, b) => (b < a ? b : a), Infinity);
const highest = (column: readonly number[]) => column.reduce((a, b) => (b > a ? b : a), -Infinity);

/** The cell of a point; of a point outside, the cell of the edge that is nearest to it. */
function cellAt(cells: Cells, { north, east }: { north: number; east: number }): Cell {
  const inside = (at: number, count: number) => Math.min(Math.max(0, Math.floor(at)), count - 1);
  return {
    row: inside((north - cells.south) / cellE5, cells.rows),
    column: inside((east - cells.west) / cellE5, cells.columns),
  };
}

/** The cells whose row or column lies exactly `ring` away from the start. */
function ringAround(cells: Cells, { start, ring }: { start: Cell; ring: number }): number[] {
  const found: number[] = [];
  const take = (row: number, column: number) => {
    if (row < 0 || row >= cells.rows || column < 0 || column >= cells.columns) return;
    found.push(row * cells.columns + column);
  };
  for (let column = start.column - ring; column <= start.column + ring; column++) {
    take(start.row - ring, column);
    if (ring > 0) take(start.row + ring, column);
  }
  for (let row = start.row - ring + 1; row < start.row + ring; row++) {
    take(row, start.column - ring);
    take(row, start.column + ring);
  }
  return found;
}

function inOrder(
  list: PlaceColumns,
  { fits, isOpenRow, limit }: { fits: Fits; isOpenRow: IsOpenRow; limit: number },
): PlaceFound[] {
  const [open, closed]: [PlaceFound[], PlaceFound[]] = [[], []];
  for (let row = 0; row < list.name.length && open.length < limit; row++) {
    if (fits && !fits(row)) continue;
    if (isOpenRow(row)) open.push({ row, open: true });
    else if (closed.length < limit) closed.push({ row, open: false });
  }
  return open.concat(closed).slice(0, limit);
}

const bandEnds = bandMeters.map((meters) => (meters / metersPerE5) ** 2);
const bandOf = (squared: number): number => {
  const band = bandEnds.findIndex((end) => squared <= end);
  return band < 0 ? bandEnds.length : band;
};

/** Whether `a` comes after `b`. */
const isAfter = (a: Candidate, b: Candidate): boolean => {
  if (a.band !== b.band) return a.band > b.band;
  if (a.open !== b.open) return b.open;
  return a.squared === b.squared ? a.row > b.row : a.squared > b.squared;
};

/** The best `limit` candidates: a binary heap with the worst of them on top. */
class Best {
  /** No place farther than this (squared, in E5 units) can still come in. */
  reach = Number.POSITIVE_INFINITY;
  private readonly heap: Candidate[] = [];

  constructor(private readonly limit: number) {}

  offer(candidate: Candidate): void {
    const { heap } = this;
    if (heap.length < this.limit) {
      heap.push(candidate);
      this.rise(heap.length - 1);
    } else if (isAfter(heap[0] as Candidate, candidate)) {
      heap[0] = candidate;
      this.sink();
    }
    if (heap.length === this.limit) this.narrow(heap[0] as Candidate);
  }

  sorted(): Candidate[] {
    return this.heap.sort((a, b) => (isAfter(a, b) ? 1 : -1));
  }

  /** Behind an open place nothing comes in from farther away; behind a closed one an open one of its band does. */
  private narrow(worst: Candidate): void {
    const end = bandEnds[worst.band] ?? Number.POSITIVE_INFINITY;
    this.reach = worst.open ? worst.squared : end;
  }

  private rise(at: number): void {
    let child = at;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.swapIfAfter(child, parent)) return;
      child = parent;
    }
  }

  private sink(): void {
    let parent = 0;
    for (;;) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      const worse =
        right < this.heap.length &&
        isAfter(this.heap[right] as Candidate, this.heap[left] as Candidate)
          ? right
          : left;
      if (worse >= this.heap.length || !this.swapIfAfter(worse, parent)) return;
      parent = worse;
    }
  }

  private swapIfAfter(child: number, parent: number): boolean {
    const [below, above] = [this.heap[child] as Candidate, this.heap[parent] as Candidate];
    if (!isAfter(below, above)) return false;
    this.heap[child] = above;
    this.heap[parent] = below;
    return true;
  }
}
