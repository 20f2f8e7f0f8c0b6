import { Text } from '@tarojs/components';
import type { PlaceFound } from '#shared/search';
import type { StationList } from '#shared/stations';
import { minuteOfDay, weekdayOf } from '#shared/time';
import type { District, StationKind } from '#shared/vocabulary';
import { districts, stationKinds } from '#shared/vocabulary';
import { go } from '../go';
import { ListRow } from '../ui/list-row/list-row';
import { Tag } from '../ui/tag/tag';
import { distanceWord } from '../words';

const kinds = Object.keys(stationKinds) as StationKind[];

/** One station of the list: name, kind, street, whether it is open now and how far it is. */
export function StationRow({ list, found }: { list: StationList; found: PlaceFound }) {
  const { row, open, meters } = found;
  const kind = stationKinds[kinds[list.kind[row] ?? 0] ?? 'lei_feng'];
  const stationId = list.stationId[row] ?? '';
  const district = districts[list.district[row] as District] ?? '';
  const distance = distanceWord(meters);
  return (
    <ListRow
      id={`station-${stationId}`}
      title={list.name[row] ?? ''}
      note={`${kind} · ${district}${list.street[row] ?? ''}`}
      extra={distance ? <Text>{distance}</Text> : undefined}
      below={open ? <Tag tone='leaf'>开放中</Tag> : <Tag>已休息</Tag>}
      onPress={() => go('/stations/show/index', { stationId })}
    />
  );
}

/** The moment in Shanghai for which a place is open or not. */
export const openAt = (now: number) => ({ weekday: weekdayOf(now), minute: minuteOfDay(now) });
