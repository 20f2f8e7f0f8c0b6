import { Text, View } from '@tarojs/components';
import { CheckRow } from '../ui/check-row/check-row';
import styles from './consent.module.scss';

const forChild = [
  '您是孩子的父母或其他监护人，同意孩子参加适合其年龄的志愿服务；应急救援类活动不对未成年人开放。',
  '我们只保存姓名、出生年月、所在区市和服务记录，用于签到和计算时长，不参加公开排名。',
  '工作人员查看孩子的信息必须写明用途，每次查看您都能在这里看到。',
  '您可以随时撤回同意：撤回后不能再报名和签到，已有的时长和积分保留。',
];
const forGrown = [
  '您已征得本人同意，替本人登记、报名和查看服务记录。',
  '我们只保存姓名、出生年月、所在区市和服务记录，用于签到和计算时长。',
  '时长和积分记在本人名下，您不能用它们兑换礼品。',
  '以后本人有了手机，可以用代码接手自己的账号，编号和时长都不变。',
];

export type ConsentProps = {
  child: boolean;
  agreed: boolean;
  error: string | undefined;
  onChange: () => void;
};

/** What is agreed to for somebody else, in full and in plain words, and the tick under it. */
export function Consent({ child, agreed, error, onChange }: ConsentProps) {
  return (
    <View>
      {(child ? forChild : forGrown).map((sentence) => (
        <Text key={sentence} className={styles.sentence}>
          {sentence}
        </Text>
      ))}
      <CheckRow id='agree' checked={agreed} error={error} onChange={onChange}>
        我已阅读并同意
      </CheckRow>
    </View>
  );
}
