import { useState } from 'react';
import { Tabs } from './tabs';

const items = [
  { value: 'list', text: '列表' },
  { value: 'map', text: '地图' },
] as const;

export default function Preview() {
  const [value, setValue] = useState<'list' | 'map'>('list');
  return <Tabs label='看法' items={items} value={value} onChange={setValue} />;
}
