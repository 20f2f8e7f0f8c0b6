import { fireEvent, render, screen } from '@testing-library/react';
import { Dialog } from '../../../../../miniapp/src/ui/dialog/dialog';

const shown = (busy: boolean) => {
  const [onConfirm, onCancel] = [jest.fn(), jest.fn()];
  render(
    <Dialog open title='兑换？' confirm='兑换' busy={busy} {...{ onConfirm, onCancel }}>
      {null}
    </Dialog>,
  );
  return { onConfirm, onCancel };
};

test('agreed → onConfirm; not agreed → onCancel', () => {
  const { onConfirm, onCancel } = shown(false);
  fireEvent.click(screen.getByText('兑换'));
  fireEvent.click(screen.getByText('取消'));
  expect([onConfirm.mock.calls.length, onCancel.mock.calls.length]).toEqual([1, 1]);
});

test('busy → neither', () => {
  const { onConfirm, onCancel } = shown(true);
  fireEvent.click(screen.getByText('请稍候…'));
  fireEvent.click(screen.getByText('取消'));
  expect([onConfirm.mock.calls.length, onCancel.mock.calls.length]).toEqual([0, 0]);
});
