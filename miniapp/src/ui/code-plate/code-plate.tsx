import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { stepSeconds } from '#shared/code';
import { codeLink } from '../../device/link';
import { QrCode } from '../qr-code/qr-code';
import { Ring } from '../ring/ring';
import styles from './code-plate.module.scss';

type Props = {
  id: string;
  token: string;
  label: string;
  secondsLeft: number;
  /** What stands beside the time that is left. */
  children: ReactNode;
};

/** A code that rotates: its picture, words beside it, and for how long it holds. */
export function CodePlate({ id, token, label, secondsLeft, children }: Props) {
  return (
    <View className={styles.plate}>
      <View className={styles.code}>
        <QrCode id={id} text={codeLink(token)} label={label} />
      </View>
      <View className={styles.below}>
        {children}
        <Ring
          fraction={secondsLeft / stepSeconds}
          text={String(secondsLeft)}
          label={`${secondsLeft} 秒后更新`}
        />
      </View>
    </View>
  );
}
