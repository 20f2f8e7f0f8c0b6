import { fireEvent, render, screen } from '@testing-library/react';
import { ListRow } from '../../../../../miniapp/src/ui/list-row/list-row';

test('leads somewhere → a button; leads nowhere → none', () => {
  const onPress = jest.fn();
  render(
    <>
      <ListRow title='站点' note='市南区' onPress={onPress} />
      <ListRow title='时长' />
    </>,
  );
  fireEvent.click(screen.getByRole('button'));
  expect(onPress).toHaveBeenCalledTimes(1);
});
