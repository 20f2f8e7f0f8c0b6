import { Text, View } from '@tarojs/components';
import { a11y } from '../ui/a11y';
import { Button } from '../ui/button/button';
import { Field } from '../ui/field/field';
import styles from './sms-code.module.scss';
import type { SmsCodeState } from './use-sms-code';

export type SmsCodeProps = { id: string; label?: string; hint?: string; of: SmsCodeState };

/** A phone number and the code that is sent to it. Phones that can fill the code in do so. */
export function SmsCode({ id, label = '手机号', hint, of }: SmsCodeProps) {
  const { secondsLeft, sentTo, localCode } = of;
  return (
    <View>
      <Field
        id={`${id}-phone`}
        label={label}
        kind='digits'
        maxLength={11}
        autofill='tel'
        hint={hint}
        value={of.phone}
        error={of.wrong.phone}
        onChange={of.changePhone}
      />
      <View className={styles.send}>
        <Button
          id={`${id}-send`}
          kind='plain'
          busy={of.busy}
          busyText='正在发送…'
          disabled={secondsLeft > 0}
          onPress={() => void of.send()}
        >
          {secondsLeft > 0
            ? `${secondsLeft} 秒后可重新获取`
            : sentTo
              ? '重新获取验证码'
              : '获取验证码'}
        </Button>
      </View>
      {sentTo !== undefined && (
        <View
          id={`${id}-sent`}
          className={styles.note}
          {...a11y({ role: 'status', live: 'polite' })}
        >
          <Text>{`验证码已发到 ${sentTo}，5 分钟内有效`}</Text>
          {localCode !== undefined && (
            <Text id={`${id}-local`} className={styles.local}>
              {`本机演示：验证码 ${localCode}`}
            </Text>
          )}
        </View>
      )}
      <Field
        id={`${id}-code`}
        label='短信验证码'
        kind='digits'
        maxLength={6}
        autofill='one-time-code'
        value={of.code}
        error={of.wrong.code}
        onChange={of.changeCode}
      />
    </View>
  );
}
