import { fireEvent, render, screen } from '@testing-library/react';
import { LoadMore } from '../../../../../miniapp/src/ui/load-more/load-more';

test('failed → a way to try again', () => {
  const onMore = jest.fn();
  render(<LoadMore state='failed' onMore={onMore} />);
  fireEvent.click(screen.getByRole('button'));
  expect(onMore).toHaveBeenCalledTimes(1);
});

test('at the end → says so and offers nothing', () => {
  render(<LoadMore state='end' onMore={jest.fn()} />);
  expect(screen.getByText('没有更多了')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
