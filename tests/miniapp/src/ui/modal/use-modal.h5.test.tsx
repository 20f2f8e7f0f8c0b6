import { fireEvent, render, screen } from '@testing-library/react';
import { useModal } from '../../../../../miniapp/src/ui/modal/use-modal.h5';

function Box({ open, onClose }: { open: boolean; onClose: () => void }) {
  const box = useModal(open, onClose);
  return open ? (
    <div ref={box}>
      <button type='button'>一</button>
      <button type='button'>二</button>
    </div>
  ) : null;
}

test('open → focus inside and kept inside; Escape closes; closed → focus back', () => {
  const onClose = jest.fn();
  const before = document.body.appendChild(document.createElement('button'));
  before.focus();
  const { rerender } = render(<Box open onClose={onClose} />);
  expect(document.activeElement).toBe(screen.getByText('一'));
  fireEvent.keyDown(document, { key: 'Tab', shiftKey: true });
  expect(document.activeElement).toBe(screen.getByText('二'));
  fireEvent.keyDown(document, { key: 'Tab' });
  expect(document.activeElement).toBe(screen.getByText('一'));
  fireEvent.keyDown(document, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(1);
  rerender(<Box open={false} onClose={onClose} />);
  expect(document.activeElement).toBe(before);
});
