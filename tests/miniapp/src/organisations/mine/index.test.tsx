import { render, screen } from '@testing-library/react';
import MinePage from '../../../../../miniapp/src/organisations/mine/index';
import { keep } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, ok, sessionOf } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const membership = {
  organisationId: '00000000000a',
  organisationName: '净滩分队',
  state: 'active',
};

function open(roles: string[]) {
  network(({ url }) =>
    ok(url.includes('proposals') ? { proposals: [] } : { memberships: [{ ...membership, roles }] }),
  );
  keep(sessionOf('0123456789ab'));
  render(<MinePage />);
}

beforeEach(freshPhone);

test('a member → said once', async () => {
  open(['member']);
  expect(await screen.findByText('净滩分队')).toBeTruthy();
  expect(screen.getAllByText('成员')).toHaveLength(1);
});

test('with a role → the role stands below the name', async () => {
  open(['member', 'organiser']);
  expect(await screen.findByText('活动组织者')).toBeTruthy();
});
