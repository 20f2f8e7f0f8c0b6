import { render, screen } from '@testing-library/react';
import { Ring } from '../../../../../miniapp/src/ui/ring/ring';

test('shows the short text and says the long one', () => {
  render(<Ring fraction={0.5} text='3:00' label='还有 3 分钟' />);
  expect(screen.getByRole('timer', { name: '还有 3 分钟' }).textContent).toBe('3:00');
});
