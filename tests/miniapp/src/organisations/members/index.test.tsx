import { act, fireEvent, render, screen } from '@testing-library/react';
import MembersPage from '../../../../../miniapp/src/organisations/members/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, ok, sent, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const organisationId = '0123456789ab';
const member = 'abcdefabcdef';
let manages = true;
const row = (volunteerId: string, maskedName: string) => ({
  ...{ volunteerId, maskedName, roles: [{ role: 'member' }], since: 0, version: 3 },
});
const find = (id: string) => document.querySelector(`#${id}`) as Element;
const press = (id: string) => act(async () => void fireEvent.click(find(id)));

beforeEach(() => {
  freshPhone();
  leave();
  manages = true;
  openWith({ organisationId });
  keep(sessionOf(organisationId));
  network(({ url }) => {
    if (url.endsWith('/members'))
      return ok({ members: [row(organisationId, '吴*平'), row(member, '韩*梅')] });
    if (url.endsWith('/requests')) return ok({ requests: [] });
    if (url.endsWith('/roles')) return ok(row(member, '韩*梅'));
    const may = { manage: manages, invite: manages };
    return ok({ organisationId, name: '净滩分队', may, now: Date.now() });
  });
});

test('a role with a reason → sent with the version that was seen', async () => {
  render(<MembersPage />);
  await screen.findByText('韩*梅');
  await press(`member-${member}`);
  await press('roles-organiser');
  await press('roles-save');
  expect(screen.getByText('请写明原因')).toBeTruthy();
  await act(
    async () => void fireEvent.input(find('roles-reason'), { target: { value: '负责周末' } }),
  );
  await press('roles-save');
  expect(sent.find(({ url }) => url.endsWith('/roles'))?.body).toEqual({
    ...{ version: 3, reason: '负责周末', roles: [{ role: 'organiser' }] },
  });
  expect(document.querySelector('#member-sheet')).toBeNull();
});

test('oneself → no way to one’s own roles', async () => {
  render(<MembersPage />);
  await screen.findByText('吴*平（我）');
  expect(find(`member-${organisationId}`).getAttribute('role')).not.toBe('button');
  expect(find(`member-${member}`).getAttribute('role')).toBe('button');
});

test('who may not manage → the list, and no way to anybody’s roles', async () => {
  manages = false;
  render(<MembersPage />);
  await screen.findByText('韩*梅');
  expect(find(`member-${member}`).getAttribute('role')).not.toBe('button');
  expect(screen.queryByText('加入申请')).toBeNull();
});

test('nobody asks to join → said so', async () => {
  render(<MembersPage />);
  const tab = await screen.findByText('加入申请');
  await act(async () => void fireEvent.click(tab));
  expect(await screen.findByText('没有待处理的申请')).toBeTruthy();
});
