import { Image, View } from '@tarojs/components';
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import { a11y } from '../a11y';
import styles from './qr-code.module.scss';

const cellPixels = 12;
const quietCells = 4;

export type QrCodeProps = {
  id?: string;
  /** What the code says: at most about 200 characters. */
  text: string;
  /** What a screen reader says instead. */
  label: string;
};

/** A QR code on a white plate with its four modules of margin, in dark mode as well. As wide as its parent. */
export function QrCode({ id, text, label }: QrCodeProps) {
  const source = useMemo(() => {
    const code = qrcode(0, 'M');
    code.addData(text, 'Byte');
    code.make();
    return code.createDataURL(cellPixels, cellPixels * quietCells);
  }, [text]);
  return (
    <View id={id} className={styles.plate}>
      <Image
        className={styles.code}
        src={source}
        mode='widthFix'
        {...a11y({ role: 'img', label })}
      />
    </View>
  );
}
