import { fireEvent, render, screen } from '@testing-library/react';
import { Sheet } from '../../../../../miniapp/src/ui/sheet/sheet';

test('open → a dialog with its name; the last button closes it', () => {
  const onClose = jest.fn();
  render(
    <Sheet open title='选择区市' onClose={onClose}>
      市南区
    </Sheet>,
  );
  expect(screen.getByRole('dialog', { name: '选择区市' })).toBeTruthy();
  fireEvent.click(screen.getByText('关闭'));
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('closed → nothing', () => {
  const { container } = render(<Sheet open={false} title='选择区市' onClose={jest.fn()} />);
  expect(container.textContent).toBe('');
});
