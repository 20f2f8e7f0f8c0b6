import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { a11y } from '../a11y';

export type PressableProps = PropsWithChildren<{
  id?: string;
  className?: string;
  /** What a screen reader says; without it, the text inside. */
  label?: string;
  role?: 'button' | 'tab' | 'link' | 'radio' | 'checkbox' | 'switch';
  disabled?: boolean;
  selected?: boolean;
  checked?: boolean;
  onPress?: () => void;
}>;

/** Whatever can be tapped. In WeChat a view that says what it is; in browsers a real button. */
export function Pressable(it: PressableProps) {
  return (
    <View
      id={it.id}
      className={it.className}
      hoverClass={it.disabled ? 'none' : 'pressed'}
      onClick={it.disabled ? undefined : it.onPress}
      {...a11y({
        role: it.role ?? 'button',
        label: it.label,
        disabled: it.disabled,
        selected: it.selected,
        checked: it.checked,
      })}
    >
      {it.children}
    </View>
  );
}
