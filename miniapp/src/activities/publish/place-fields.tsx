import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Gcj02 } from '#shared/place';
import { placeAt, searchPlaces } from '#shared/search';
import { minuteOfDay, weekdayOf } from '#shared/time';
import { serverNow } from '../../clock';
import { locate } from '../../device/location';
import { districtOptions } from '../../district';
import { useStations } from '../../stations/list-store';
import { a11y } from '../../ui/a11y';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import { PickerField } from '../../ui/picker-field/picker-field';
import { Sheet } from '../../ui/sheet/sheet';
import type { Form, Wrong } from './form';
import styles from './index.module.scss';

export type PlaceFieldsProps = {
  form: Form;
  wrong: Wrong;
  onChange: (part: Partial<Form>) => void;
};

/** The usual ones, and the one that a draft has already. */
const radiusOptions = (chosen: string) =>
  [...new Set([100, 200, 500, 1000, Number(chosen)])]
    .sort((one, two) => one - two)
    .map((meters) => ({ value: String(meters), text: `${meters} 米以内` }));

/** Where: said in words, and as a point that a volunteer's position can be compared with. */
export function PlaceFields({ form, wrong, onChange }: PlaceFieldsProps) {
  const [said, say] = useState('');
  const [busy, setBusy] = useState(false);
  const [choosing, choose] = useState(false);
  const takeHere = async () => {
    setBusy(true);
    const located = await locate();
    setBusy(false);
    if (located.status === 'found') onChange({ position: located.place });
    say(located.status === 'found' ? '' : '没有取到位置，请选择附近的站点');
  };
  return (
    <Card title='在哪里'>
      <PickerField
        id='district'
        label='区市'
        kind='option'
        value={form.district}
        options={districtOptions}
        error={wrong.district}
        onChange={(district) => onChange({ district })}
      />
      <Field
        id='place-name'
        label='地点名称'
        maxLength={40}
        value={form.placeName}
        error={wrong['place-name']}
        onChange={(placeName) => onChange({ placeName })}
      />
      <Field
        id='address'
        label='详细地址'
        maxLength={80}
        value={form.address}
        error={wrong.address}
        onChange={(address) => onChange({ address })}
      />
      <Text id='position' className={styles.position}>
        {form.position ? `坐标：${inWords(form.position)}` : '还没有坐标'}
      </Text>
      {(said || wrong.position) && (
        <Text id='position-error' className={styles.wrong} {...a11y({ role: 'alert' })}>
          {said || wrong.position || ''}
        </Text>
      )}
      <View className={styles.pair}>
        <View className={styles.half}>
          <Button id='position-here' kind='plain' busy={busy} onPress={() => void takeHere()}>
            用现在的位置
          </Button>
        </View>
        <View className={styles.half}>
          <Button id='position-station' kind='plain' onPress={() => choose(true)}>
            选择站点
          </Button>
        </View>
      </View>
      <PickerField
        id='radius'
        label='算作到场的范围'
        kind='option'
        value={form.radiusMeters}
        options={radiusOptions(form.radiusMeters)}
        hint='志愿者的位置只作见证，不影响签到'
        onChange={(radiusMeters) => onChange({ radiusMeters })}
      />
      <StationSheet
        open={choosing}
        district={form.district}
        onClose={() => choose(false)}
        onChoose={(part) => {
          onChange(part);
          say('');
          choose(false);
        }}
      />
    </Card>
  );
}

const inWords = ({ latitude, longitude }: Gcj02): string =>
  `北纬 ${latitude.toFixed(5)}，东经 ${longitude.toFixed(5)}`;

type StationSheetProps = {
  open: boolean;
  district: string;
  onClose: () => void;
  onChoose: (part: Pick<Form, 'position' | 'placeName' | 'address'>) => void;
};

/** The stations of the district, found by name. */
function StationSheet({ open, district, onClose, onChoose }: StationSheetProps) {
  const stations = useStations();
  const [words, setWords] = useState('');
  const list = stations.state === 'ready' ? stations.list : undefined;
  const now = serverNow();
  const at = { weekday: weekdayOf(now), minute: minuteOfDay(now) };
  const found = open && list ? searchPlaces(list, { at, district, words, limit: 20 }) : [];
  return (
    <Sheet id='station-sheet' open={open} title='选择站点' onClose={onClose}>
      <Field id='station-words' label='站点名称或街道' value={words} onChange={setWords} />
      {stations.state === 'failed' && <Text className={styles.wrong}>{stations.reason}</Text>}
      {list &&
        found.map(({ row }) => (
          <ListRow
            key={list.stationId[row]}
            title={list.name[row] ?? ''}
            note={list.street[row]}
            onPress={() =>
              onChoose({
                position: placeAt(list, row),
                placeName: (list.name[row] ?? '').slice(0, 40),
                address: (list.street[row] ?? '').slice(0, 80),
              })
            }
          />
        ))}
      {list && found.length === 0 && (
        <Text className={styles.position}>没有找到，请换个名称试试</Text>
      )}
    </Sheet>
  );
}
