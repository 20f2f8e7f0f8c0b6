import { useState } from 'react';
import { locate, openLocationSettings } from '../../device/location';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Tag } from '../../ui/tag/tag';
import { allowWitness, useWitness } from './witness';

/** Lets the person add the position to their scans, or stop it. It only makes the evidence better; asked for only here. */
export function PlaceRow() {
  const { allowed } = useWitness();
  const [problem, setProblem] = useState<'refused' | 'unavailable'>();
  const ask = async () => {
    if (allowed) return allowWitness({ allowed: false });
    if (problem === 'refused') await openLocationSettings();
    const { status } = await locate();
    setProblem(status === 'found' ? undefined : status);
    allowWitness({ allowed: status === 'found' });
  };
  const offered = problem ? words[problem] : words.offered;
  return (
    <Card>
      <ListRow
        id='scan-place'
        title='扫码时记录位置（可选）'
        note={allowed ? words.allowed : offered}
        extra={allowed ? <Tag tone='leaf'>已允许</Tag> : undefined}
        onPress={() => void ask()}
      />
    </Card>
  );
}

const words = {
  offered: '点这里允许后，扫码时一并记录。不允许也能签到',
  allowed: '只在扫码时记录一次，作为到场的见证。再点一下就不再记录',
  refused: '没有位置权限，可在设置中允许。不允许也能签到',
  unavailable: '暂时定位不到，不影响签到',
} as const;
