import { render, screen } from '@testing-library/react';
import GovernPage from '../../../../../miniapp/src/organisations/govern/index';
import { freshPhone, network, ok } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const organisation = {
  ...{ organisationId: '00000000000a', name: '净滩分队', state: 'active' },
  above: [{ organisationId: '00000000000c', name: '市' }],
};

function open(may: { govern: boolean }) {
  network(({ url }) => ok(url.includes('?') ? { organisations: [] } : { ...organisation, may }));
  openWith({ organisationId: '00000000000a' });
  render(<GovernPage />);
}

beforeEach(freshPhone);

test('without the right → who has it, and nothing to press', async () => {
  open({ govern: false });
  expect(await screen.findByText('冻结和移动由上级组织的管理员办理。')).toBeTruthy();
  expect(screen.queryByText('冻结')).toBeNull();
});

test('with the right → the form', async () => {
  open({ govern: true });
  expect(await screen.findByLabelText('原因')).toBeTruthy();
});
