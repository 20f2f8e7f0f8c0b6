import { Text } from '@tarojs/components';
import { useState } from 'react';
import { saveText } from '../device/save-file';
import { Banner } from '../ui/banner/banner';
import { Card } from '../ui/card/card';
import { useCommand } from '../use-command';
import styles from './how-to.module.scss';

type Props = {
  id: string;
  steps: readonly string[];
  template: { fileName: string; text: string };
};

/** How a list is brought in, step by step, and an empty one to begin from. */
export function HowTo({ id, steps, template }: Props) {
  const { said, run } = useCommand();
  const [lost, setLost] = useState(false);
  const save = () => run(async () => setLost(!(await saveText(template.fileName, template.text))));
  return (
    <Card title='怎么导入' action={{ id, text: '下载模板', onPress: () => void save() }}>
      {steps.map((step, index) => (
        <Text key={step} className={styles.step}>
          {`${index + 1}. ${step}`}
        </Text>
      ))}
      {(lost || said !== '') && <Banner tone='error'>模板没有保存，可以自己新建一张表格</Banner>}
    </Card>
  );
}
