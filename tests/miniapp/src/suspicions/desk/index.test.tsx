import { act, fireEvent, render, screen } from '@testing-library/react';
import AuditDesk from '../../../../../miniapp/src/suspicions/desk/index';
import { keep } from '../../../../../miniapp/src/tokens';
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

const now = Date.now();
const organisationId = 'b'.repeat(12);
const suspicion = {
  ...{ findingId: 'f'.repeat(12), organisationName: '净滩分队', month: '202611' },
  ...{ subject: { kind: 'shift', name: '海边清洁' }, severity: 'grave', rows: 30, foundAt: now },
  signals: [{ rule: 'shared_device', says: '1 部手机一共给 30 人扫码' }],
};
const membership = (roles: string[]) => ({
  ...{ organisationId, organisationName: '全市', state: 'active', roles },
});
const desk = (suspicions: object[], roles = ['auditor']) =>
  network(({ url }) =>
    url.endsWith('/me/memberships')
      ? ok({ memberships: [membership(roles)] })
      : ok({ suspicions, now }),
  );

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({});
});

test('nothing found → says when it is looked for', async () => {
  desk([]);
  render(<AuditDesk />);
  expect(await screen.findByText('没有发现可疑的工时')).toBeTruthy();
  expect(screen.getByRole('button', { name: '抽查 1% 的工时' })).toBeTruthy();
});

test('without the role → why not', async () => {
  desk([], ['member']);
  render(<AuditDesk />);
  expect(await screen.findByText('这里由审计员和管理员查看')).toBeTruthy();
});

test('the role was lost meanwhile → a refusal', async () => {
  network(({ url }) =>
    url.endsWith('/me/memberships')
      ? ok({ memberships: [membership(['auditor'])] })
      : no(404, 'not_found'),
  );
  render(<AuditDesk />);
  expect(await screen.findByText('打不开这一页')).toBeTruthy();
});

test('a finding says how grave it is, what was seen and where; judged ones say so', async () => {
  const judged = { verdict: 'unfounded', reason: '老师代扫', byName: '*正', at: now };
  desk([suspicion, { ...suspicion, findingId: 'e'.repeat(12), judged }]);
  render(<AuditDesk />);
  expect(await screen.findAllByText('场次 海边清洁')).toHaveLength(2);
  expect(screen.getAllByText('严重')).toHaveLength(2);
  expect(screen.getAllByText('一部手机给很多人扫码').length).toBeGreaterThan(1);
  expect(screen.getAllByText('净滩分队 · 30 笔工时')).toHaveLength(2);
  expect(screen.getByText('已判断：不属实')).toBeTruthy();
});

test('another month → asked for', async () => {
  desk([suspicion]);
  render(<AuditDesk />);
  await screen.findByText('场次 海边清洁');
  const tabs = screen.getAllByRole('tab');
  await act(async () => void fireEvent.click(tabs[1] as HTMLElement));
  const asked = sent.filter(({ url }) => url.includes('/suspicions'));
  expect(new Set(asked.map(({ url }) => /month=(\d+)/.exec(url)?.[1])).size).toBe(2);
});
