import { render } from '@testing-library/react';
import { createElement } from 'react';
import { previews } from '../../../../miniapp/src/previews/previews';

test.each(Object.entries(previews))('%s shows all of its states', (_, Preview) => {
  const { container } = render(createElement(Preview));
  expect(container.children.length).toBeGreaterThan(0);
});
