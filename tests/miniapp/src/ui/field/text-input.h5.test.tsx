import { render, screen } from '@testing-library/react';
import { TextInput } from '../../../../../miniapp/src/ui/field/text-input.h5';

const given = { id: 'phone', label: '手机号', value: '1', maxLength: 11, onChange: jest.fn() };

test('invalid → tied to its error', () => {
  render(<TextInput {...given} kind='digits' multiline={false} invalid />);
  const input = screen.getByLabelText('手机号');
  expect(input.getAttribute('aria-describedby')).toBe('phone-error');
  expect(input.getAttribute('inputmode')).toBe('numeric');
});
