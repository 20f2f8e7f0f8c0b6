import { Text, View } from '@tarojs/components';
import type { ShownEnd } from '#shared/evidence';
import type { Doubt, EntryGrade } from '#shared/hours.words';
import { doubts } from '#shared/hours.words';
import { endWords } from '#shared/settlements.words';
import { clockOf } from '#shared/time';
import { Tag } from '../ui/tag/tag';
import styles from './evidence.module.scss';

type Shown = {
  in?: ShownEnd | undefined;
  out?: ShownEnd | undefined;
  grade?: EntryGrade | undefined;
  doubts?: Doubt[];
};

/** 到达 14:02 · 扫现场的签到码 · 事后上传 */
export function endLine(name: '到达' | '离开', end: ShownEnd | undefined): string {
  if (!end) return `${name}时间不明`;
  const late = end.late ? ' · 事后上传' : '';
  return `${name} ${clockOf(end.at)} · ${endWords[end.by]}${late}`;
}

/** What stands behind a record: both ends, how they came to be known, and what is doubtful about it. */
export function EvidenceLines({ in: from, out, grade, doubts: found = [] }: Shown) {
  return (
    <View className={styles.evidence}>
      <Text className={styles.line}>{endLine('到达', from)}</Text>
      <Text className={styles.line}>{endLine('离开', out)}</Text>
      <View className={styles.tags}>
        {grade && <Tag tone='sea'>{gradeWord(grade)}</Tag>}
        {found.map((one) => (
          <Tag key={one} tone='sun'>
            {doubts[one]}
          </Tag>
        ))}
      </View>
    </View>
  );
}

export const gradeWord = (grade: EntryGrade): string =>
  grade === 'imported' ? '转入' : `${grade} 级证据`;
