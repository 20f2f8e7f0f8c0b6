import { fireEvent, render, screen } from '@testing-library/react';
import { Field } from '../../../../../miniapp/src/ui/field/field';

test('typing → the new value', () => {
  const onChange = jest.fn();
  render(<Field id='name' label='姓名' value='' onChange={onChange} />);
  fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '王芳' } });
  expect(onChange).toHaveBeenCalledWith('王芳');
});

test('error → announced in the place of the hint', () => {
  render(
    <Field id='name' label='姓名' value='' hint='两个字' error='请填写' onChange={jest.fn()} />,
  );
  expect(screen.getByRole('alert').textContent).toBe('请填写');
  expect(screen.queryByText('两个字')).toBeNull();
});
