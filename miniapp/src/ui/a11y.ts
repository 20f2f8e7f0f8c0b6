type Accessibility = {
  role?: string;
  label?: string;
  hidden?: boolean;
  selected?: boolean;
  checked?: boolean;
  disabled?: boolean;
  live?: 'polite' | 'assertive';
  /** Of a heading, 1 is the page's own. Browsers only. */
  level?: number;
};

/** The one place that knows how each platform spells accessibility: spread the answer into a component's props. */
export function a11y(it: Accessibility): Record<string, unknown> {
  if (process.env.TARO_ENV === 'h5') {
    return {
      role: it.role,
      'aria-label': it.label,
      'aria-hidden': it.hidden,
      'aria-selected': it.selected,
      'aria-checked': it.checked,
      'aria-disabled': it.disabled,
      'aria-live': it.live,
      'aria-level': it.level,
    };
  }
  return {
    ariaRole: it.role,
    ariaLabel: it.label,
    ariaHidden: it.hidden,
    ariaSelected: it.selected,
    ariaChecked: it.checked,
    ariaDisabled: it.disabled,
    ariaLive: it.live,
  };
}
