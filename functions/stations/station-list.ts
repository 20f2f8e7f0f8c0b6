import { createHash } from 'node:crypto';
import type { StationList } from '#shared/stations';
import type { StationKind, StationService } from '#shared/vocabulary';
import { stationKinds, stationServices } from '#shared/vocabulary';
import type { Station, WeekHours } from './station.table';

/** The city's list as it is published: columns in a stable order, a version that names the content. */

const kinds = Object.keys(stationKinds) as StationKind[];
const services = Object.keys(stationServices) as StationService[];

/** The same stations give the same list and the same version, in whatever order they come. */
export function listOf(stations: readonly Station[]): StationList {
  const rows = [...stations].sort(
    (a, b) =>
      compare(a.district, b.district) ||
      compare(a.street, b.street) ||
      compare(a.name, b.name) ||
      compare(a.stationId, b.stationId),
  );
  const hours = hoursTableOf(rows);
  const content = {
    synthetic: rows.some(({ synthetic }) => synthetic),
    hoursTable: hours.table,
    stationId: rows.map(({ stationId }) => stationId),
    name: rows.map(({ name }) => name),
    kind: rows.map(({ kind }) => kinds.indexOf(kind)),
    district: rows.map(({ district }) => district),
    street: rows.map(({ street }) => street),
    latitudeE5: rows.map(({ latitude }) => Math.round(latitude * 1e5)),
    longitudeE5: rows.map(({ longitude }) => Math.round(longitude * 1e5)),
    hours: rows.map((row) => hours.indexOf(row.hours)),
    services: rows.map((row) => bitsOf(row.services)),
  };
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
  return { version, ...content };
}

/** By code unit: the order must not hang on the machine's language. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const bitsOf = (offered: readonly StationService[]): number =>
  offered.reduce((bits, service) => bits | (1 << services.indexOf(service)), 0);

/** Each pattern of opening hours once, the commonest first. */
function hoursTableOf(rows: readonly Station[]) {
  const counts = new Map<string, number>();
  for (const { hours } of rows) {
    const text = JSON.stringify(hours);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const order = [...counts]
    .sort(([a, times], [b, others]) => others - times || compare(a, b))
    .map(([text]) => text);
  const places = new Map(order.map((text, index) => [text, index]));
  return {
    table: order.map((text): WeekHours => JSON.parse(text)),
    indexOf: (hours: WeekHours): number => places.get(JSON.stringify(hours)) ?? 0,
  };
}
