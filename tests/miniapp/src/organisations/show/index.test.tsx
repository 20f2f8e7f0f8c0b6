import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { keepAnswer, keyOf } from '../../../../../miniapp/src/cache';
import ShowOrganisationPage from '../../../../../miniapp/src/organisations/show/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, ok, sent, sessionOf } from '../../../../support/phone';
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
let mine: { state: string } | undefined;
let shown: object = {};
const nothing = {
  ...{ change: false, seeMembers: false, manage: false, invite: false, verify: false },
  ...{ decide: false, audit: false, govern: false, keepSpecialities: false },
  ...{ decideTyped: false, grantTyped: false },
};
const organisation = () => ({
  ...{ organisationId, name: '净滩分队', kind: 'team', state: 'active', district: '370202' },
  ...{ categories: ['environment'], specialities: ['海洋科普'], holds: ['squad'] },
  ...{ above: [{ organisationId: 'abcdefabcdef', name: '市南区总队' }], may: nothing, mine },
  ...{ now: Date.now(), ...shown },
});
const press = (id: string) =>
  act(async () => void fireEvent.click(document.querySelector(`#${id}`) as Element));

beforeEach(() => {
  freshPhone();
  leave();
  mine = undefined;
  shown = {};
  openWith({ organisationId });
  keep(sessionOf(organisationId));
  keepAnswer(keyOf('GET /me', {}), { data: { profile: {} }, savedAt: 0 });
  network(({ method, url }) => {
    if (url.endsWith('/membership')) {
      mine = { state: method === 'PUT' ? 'requested' : 'left' };
      return ok(mine);
    }
    return ok(organisation());
  });
});

test('what everybody sees → name, place in the tree, what it does; nothing to manage', async () => {
  render(<ShowOrganisationPage />);
  expect(await screen.findByText('净滩分队')).toBeTruthy();
  expect(screen.getByText('分队 · 市南区')).toBeTruthy();
  expect(screen.getByText('市南区总队')).toBeTruthy();
  expect(screen.getByText('海洋科普')).toBeTruthy();
  expect(document.querySelector('#organisation-staff')).toBeNull();
});

test('asking to join → waits, and can be taken back after a question', async () => {
  render(<ShowOrganisationPage />);
  await screen.findByText('申请加入');
  await press('join');
  await screen.findByText('撤回申请');
  await press('leave');
  expect(screen.getByText('撤回申请？')).toBeTruthy();
  expect(mine).toEqual({ state: 'requested' });
  const buttons = [...document.querySelectorAll('#leave-dialog [role=button]')];
  await act(async () => void fireEvent.click(buttons.at(-1) as Element));
  await waitFor(() => expect(mine).toEqual({ state: 'left' }));
});

test('the last admin leaves → the reason is said and nothing changes', async () => {
  mine = { state: 'active' };
  network(({ method }) => (method === 'DELETE' ? no(409, 'last_admin') : ok(organisation())));
  render(<ShowOrganisationPage />);
  await screen.findByText('退出组织');
  await press('leave');
  const buttons = [...document.querySelectorAll('#leave-dialog [role=button]')];
  await act(async () => void fireEvent.click(buttons.at(-1) as Element));
  expect(await screen.findByText('这是最后一位管理员，请先指定另一位管理员')).toBeTruthy();
});

test('a proposal to decide → not without a reason when it is rejected', async () => {
  shown = { state: 'pending', may: { ...nothing, decide: true } };
  render(<ShowOrganisationPage />);
  await screen.findByText('通过核验');
  expect(document.querySelector('#join')).toBeNull();
  await press('reject');
  expect(screen.getByText('不通过时请写明原因')).toBeTruthy();
  expect(sent.some(({ url }) => url.endsWith('/decision'))).toBe(false);
  await press('approve');
  expect(sent.find(({ url }) => url.endsWith('/decision'))?.body).toEqual({ decision: 'approve' });
});

test('hidden or gone → said so', async () => {
  network(() => no(404, 'not_found'));
  render(<ShowOrganisationPage />);
  expect(await screen.findByText('打不开这一页')).toBeTruthy();
});
