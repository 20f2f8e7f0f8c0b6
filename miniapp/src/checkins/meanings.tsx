import { Text } from '@tarojs/components';
import { entryGrades } from '#shared/hours.words';
import { Card } from '../ui/card/card';
import styles from './meanings.module.scss';

/** What the grades mean, and why a number here can be believed. */
export function Meanings() {
  return (
    <Card title='证据等级是什么'>
      {Object.entries(entryGrades).map(([grade, meaning]) => (
        <Text key={grade} className={styles.meaning}>
          {`${grade === 'imported' ? '转入' : grade}　${meaning}`}
        </Text>
      ))}
      <Text className={styles.meaning}>
        每一笔只写一次，不能修改；更正是另记一笔。“校验”是它的指纹，和前一笔相连，改动任何一笔都会被发现。
      </Text>
    </Card>
  );
}
