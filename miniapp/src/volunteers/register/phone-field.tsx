import { Button, Text, View } from '@tarojs/components';
import { Field } from '../../ui/field/field';
import { Pressable } from '../../ui/pressable/pressable';
import styles from './index.module.scss';

export type PhoneFieldProps = {
  phoneNumber: string;
  phoneCode: string | undefined;
  error: string | undefined;
  onNumber: (phoneNumber: string) => void;
  /** Undefined: the person would rather type. */
  onCode: (phoneCode: string | undefined) => void;
};

/** The phone number: WeChat gives it with one tap, or one types it. Saying no to WeChat costs nothing. */
export function PhoneField({ phoneNumber, phoneCode, error, onNumber, onCode }: PhoneFieldProps) {
  if (phoneCode) {
    return (
      <View className={styles.phone}>
        <Text id='phone-given'>手机号已由微信提供</Text>
        <Pressable id='phone-type' className={styles.link} onPress={() => onCode(undefined)}>
          <Text>改为手动填写</Text>
        </Pressable>
      </View>
    );
  }
  return (
    <View>
      <Field
        id='phone'
        label='手机号'
        kind='digits'
        maxLength={11}
        hint='用于活动联系，只有您自己能看到'
        value={phoneNumber}
        error={error}
        onChange={onNumber}
      />
      <Button
        id='phone-wechat'
        className={styles.wechat}
        openType='getPhoneNumber'
        onGetPhoneNumber={({ detail }) => {
          if (detail.code) onCode(detail.code);
        }}
      >
        用微信手机号
      </Button>
    </View>
  );
}
