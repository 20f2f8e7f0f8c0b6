import { useState } from 'react';
import { locate, openLocationSettings } from '../../device/location';
import { ListRow } from '../../ui/list-row/list-row';
import { Tag } from '../../ui/tag/tag';

/** Lets the person add the position to their scans. It only makes the evidence better, and is asked for only here. */
export function PlaceRow() {
  const [state, setState] = useState<'unasked' | 'found' | 'refused' | 'unavailable'>('unasked');
  const ask = async () => {
    if (state === 'refused') await openLocationSettings();
    setState((await locate()).status);
  };
  const words = {
    unasked: '点这里允许后，扫码时一并记录。不允许也能签到',
    found: '位置只作为到场的见证，不会持续定位',
    refused: '没有位置权限，可在设置中允许。不允许也能签到',
    unavailable: '暂时定位不到，不影响签到',
  } as const;
  return (
    <ListRow
      id='scan-place'
      title='扫码时记录位置（可选）'
      note={words[state]}
      extra={state === 'found' ? <Tag tone='leaf'>已允许</Tag> : undefined}
      onPress={state === 'found' ? undefined : () => void ask()}
    />
  );
}
