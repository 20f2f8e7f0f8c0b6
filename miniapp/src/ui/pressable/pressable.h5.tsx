import { classes } from '../classes';
import type { PressableProps } from './pressable';

/** Whatever can be tapped, as a real button: it has a role, takes focus and answers Enter and Space. */
export function Pressable(it: PressableProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: `selected` comes with a role that has it, such as tab.
    <button
      type='button'
      id={it.id}
      className={classes('bare', it.className)}
      aria-label={it.label}
      role={it.role === 'button' ? undefined : it.role}
      aria-selected={it.selected}
      aria-checked={it.checked}
      disabled={it.disabled}
      onClick={it.onPress}
    >
      {it.children}
    </button>
  );
}
