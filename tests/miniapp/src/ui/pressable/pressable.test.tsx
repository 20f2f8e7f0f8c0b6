import { fireEvent, render, screen } from '@testing-library/react';
import { Pressable } from '../../../../../miniapp/src/ui/pressable/pressable';
import { Pressable as InBrowser } from '../../../../../miniapp/src/ui/pressable/pressable.h5';

describe.each([
  ['in WeChat', Pressable],
  ['in a browser', InBrowser],
])('%s', (_, Piece) => {
  test('a tap → onPress, and it says that it is a button', () => {
    const onPress = jest.fn();
    render(<Piece onPress={onPress}>签到</Piece>);
    fireEvent.click(screen.getByRole('button', { name: '签到' }));
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  test('disabled → a tap does nothing', () => {
    const onPress = jest.fn();
    render(
      <Piece disabled onPress={onPress}>
        签到
      </Piece>,
    );
    fireEvent.click(screen.getByText('签到'));
    expect(onPress).not.toHaveBeenCalled();
  });

  test('label → said instead of the text', () => {
    render(<Piece label='扫码签到'>扫</Piece>);
    expect(screen.getByRole('button', { name: '扫码签到' })).toBeTruthy();
  });
});
