import { useState } from 'react';
import type { ReadingPurpose } from '#shared/dependants';
import { purposeWords } from '../reading-words';
import { Banner } from '../ui/banner/banner';
import { ListRow } from '../ui/list-row/list-row';
import { Sheet } from '../ui/sheet/sheet';

/** The others are what a request asks for by itself. */
const purposes: ReadingPurpose[] = ['attendance', 'safety', 'hours'];

export type MinorsProps = {
  count: number;
  purpose: ReadingPurpose | undefined;
  onChoose: (purpose: ReadingPurpose) => void;
};

/** Minors are on the list only for who says what for; the guardians see who looked. */
export function Minors({ count, purpose, onChoose }: MinorsProps) {
  const [open, setOpen] = useState(false);
  if (purpose !== undefined) {
    return (
      <Banner id='minors-purpose' tone='info'>
        {`查看未成年人信息的用途：${purposeWords[purpose]}。已记入监护人可见的查阅记录`}
      </Banner>
    );
  }
  if (count === 0) return null;
  return (
    <>
      <Banner
        id='minors'
        tone='info'
        action={{ id: 'minors-choose', text: '选择用途', onPress: () => setOpen(true) }}
      >
        {`未成年人 ×${count}，查看需要写明用途`}
      </Banner>
      <Sheet
        id='minors-purposes'
        open={open}
        title='为什么要查看未成年人的信息？'
        onClose={() => setOpen(false)}
      >
        {purposes.map((one) => (
          <ListRow
            key={one}
            id={`minors-purpose-${one}`}
            title={purposeWords[one]}
            onPress={() => {
              setOpen(false);
              onChoose(one);
            }}
          />
        ))}
      </Sheet>
    </>
  );
}
