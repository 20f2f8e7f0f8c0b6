import { fireEvent, render, screen } from '@testing-library/react';
import { Tabs } from '../../../../../miniapp/src/ui/tabs/tabs';

const items = [
  { value: 'list', text: '列表' },
  { value: 'map', text: '地图' },
] as const;

test('the chosen one says so; another one tapped → its value', () => {
  const onChange = jest.fn();
  render(<Tabs label='看法' items={items} value='list' onChange={onChange} />);
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('列表');
  fireEvent.click(screen.getByText('地图'));
  expect(onChange).toHaveBeenCalledWith('map');
});
