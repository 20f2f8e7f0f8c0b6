import { Text, View } from '@tarojs/components';
import type { Condition, SignupSheet } from '#shared/signups';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { a11y } from '../../ui/a11y';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Tag } from '../../ui/tag/tag';
import { spanWord } from '../../words';
import styles from './index.module.scss';

/** What it is, when and where, and how full. */
export function Head({ sheet }: { sheet: SignupSheet }) {
  const { title, organisationName, placeName, capacity, taken, waiting } = sheet;
  const left = Math.max(0, capacity - taken);
  return (
    <Card>
      <Text className={styles.title} {...a11y({ role: 'heading', level: 2 })}>
        {title}
      </Text>
      <ListRow title={spanWord(sheet, serverNow())} note={`${placeName} · ${organisationName}`} />
      <View className={styles.tags}>
        <Tag tone={left > 0 ? 'leaf' : 'sun'}>{left > 0 ? `余 ${left} 个名额` : '名额已满'}</Tag>
        <Tag>{`共 ${capacity} 人`}</Tag>
        {waiting > 0 ? <Tag>{`${waiting} 人候补`}</Tag> : null}
      </View>
    </Card>
  );
}

/** What to do about a condition that is not met yet; where there is nothing to do, nothing. */
const ways: Partial<Record<Condition['kind'], { note: string; onPress?: () => void }>> = {
  real_name: { note: '去完成实名认证', onPress: () => go('/volunteers/profile/index') },
  skill: { note: '去我的资料里补充', onPress: () => go('/volunteers/profile/index') },
  training: { note: '请联系组织者参加培训' },
  guardian: { note: '去我的家人，请监护人同意', onPress: () => go('/dependants/family/index') },
};

/** Each condition with a tick or a cross, as a word too. */
export function Conditions({ conditions }: Pick<SignupSheet, 'conditions'>) {
  if (conditions.length === 0) return null;
  return (
    <Card id='sheet-conditions' title='报名条件'>
      {conditions.map(({ kind, text, met }) => {
        const way = met ? undefined : ways[kind];
        return (
          <ListRow
            key={`${kind} ${text}`}
            title={text}
            note={way?.note}
            extra={<Tag tone={met ? 'leaf' : 'sun'}>{met ? '✓ 符合' : '✗ 还不符合'}</Tag>}
            label={`${text}，${met ? '符合' : `还不符合，${way?.note ?? ''}`}`}
            onPress={way?.onPress}
          />
        );
      })}
    </Card>
  );
}

/** The law wants people to know the risks before they sign up, and what covers them. */
export function RisksAndInsurance({ risks, insurance }: Pick<SignupSheet, 'risks' | 'insurance'>) {
  return (
    <>
      <Card id='sheet-risks' title='风险提示'>
        <Text className={styles.text}>{risks}</Text>
      </Card>
      <Card id='sheet-insurance' title='保险'>
        {insurance ? (
          <>
            <ListRow title={insurance.insurer} note={`保单号 ${insurance.policyNumber}`} />
            <Text className={styles.text}>{insurance.coverage}</Text>
          </>
        ) : (
          <Text className={styles.text}>组织者没有为这场活动另行投保。</Text>
        )}
      </Card>
    </>
  );
}
