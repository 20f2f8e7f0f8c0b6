/**
 * Plain HTML in place of @tarojs/components: Taro's prop names and the shape of its events, no behaviour of their own.
 */
import type { ChangeEvent, ReactNode } from 'react';
import { createElement, forwardRef } from 'react';

type Props = Record<string, unknown> & { children?: ReactNode };
type Listener = ((event: { detail: { value: unknown } }) => void) | undefined;

const htmlNames: Record<string, string> = {
  ariaRole: 'role',
  ariaLabel: 'aria-label',
  ariaHidden: 'aria-hidden',
  ariaSelected: 'aria-selected',
  ariaChecked: 'aria-checked',
  ariaDisabled: 'aria-disabled',
  ariaLive: 'aria-live',
  maxlength: 'maxLength',
};
/** Props that HTML does not know. */
const dropped = new Set(
  `hoverClass scrollY scrollX catchMove markers longitude latitude scale formType openType mode lazyLoad enhanced
  showMenuByLongpress onScrollToLower lowerThreshold autoHeight showLocation includePoints onMarkerTap onGetPhoneNumber`.split(
    /\s+/,
  ),
);

function toHtml(props: Props): Props {
  const kept = Object.entries(props).filter(([name]) => !dropped.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [htmlNames[name] ?? name, value]));
}

const standIn = (tag: string) =>
  forwardRef<unknown, Props>((props, ref) => createElement(tag, { ...toHtml(props), ref }));

export const View = standIn('div');
export const Text = standIn('span');
export const ScrollView = standIn('div');
export const Image = standIn('img');
// biome-ignore lint/suspicious/noShadowRestrictedNames: Taro's name for it.
export const Map = standIn('div');
export const Label = standIn('label');
export const Form = standIn('form');

export const Button = ({ type, loading: _, onGetPhoneNumber, ...props }: Props) =>
  createElement('button', {
    type: 'button',
    'data-type': type,
    // A test says what WeChat answers: fireEvent(button, new CustomEvent('getphonenumber', { detail })).
    ref: (element: HTMLElement | null) => {
      if (element && onGetPhoneNumber)
        element.addEventListener('getphonenumber', onGetPhoneNumber as EventListener);
    },
    ...toHtml(props),
  });

const typed = (tag: string) =>
  forwardRef<unknown, Props>(({ onInput, onBlur, onConfirm: _, ...props }, ref) => {
    const tell = (listener: Listener) => (event: ChangeEvent<HTMLInputElement>) =>
      listener?.({ detail: { value: event.target.value } });
    return createElement(tag, {
      ...toHtml(props),
      ref,
      onChange: tell(onInput as Listener),
      onBlur: tell(onBlur as Listener),
    });
  });
export const Input = typed('input');
export const Textarea = typed('textarea');

export const Switch = ({ onChange, ...props }: Props) =>
  createElement('input', {
    type: 'checkbox',
    role: 'switch',
    ...toHtml(props),
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      (onChange as Listener)?.({ detail: { value: event.target.checked } }),
  });

/** A picker is chosen by typing its value (the index of an option) into the input that stands in for the wheels. */
export const Picker = ({ onChange, children, range, ...props }: Props) =>
  createElement(
    'div',
    {},
    createElement('input', {
      ...toHtml({ ...props, mode: undefined, fields: undefined, start: undefined, end: undefined }),
      'data-options': (range as string[] | undefined)?.join(','),
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        (onChange as Listener)?.({ detail: { value: event.target.value } }),
    }),
    children,
  );
