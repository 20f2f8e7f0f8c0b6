import { fireEvent, render, screen } from '@testing-library/react';
import { Button } from '../../../../../miniapp/src/ui/button/button';

test('busy → says so and takes no second tap', () => {
  const onPress = jest.fn();
  render(
    <Button busy busyText='正在兑换…' onPress={onPress}>
      兑换
    </Button>,
  );
  fireEvent.click(screen.getByText('正在兑换…'));
  expect(onPress).not.toHaveBeenCalled();
});

test('disabled → its words stay', () => {
  render(
    <Button disabled onPress={jest.fn()}>
      名额已满
    </Button>,
  );
  expect(screen.getByRole('button', { name: '名额已满' }).getAttribute('aria-disabled')).toBe(
    'true',
  );
});
