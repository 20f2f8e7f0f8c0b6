import { act, fireEvent, render, screen } from '@testing-library/react';
import AskRecovery from '../../../../../miniapp/src/recoveries/ask/index';
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

const organisationId = 'b'.repeat(12);
const [keepId, closingId] = ['a'.repeat(12), 'd'.repeat(12)];
const asked = () => sent.filter(({ url }) => url.endsWith('/recoveries'));
const lookups = () => sent.filter(({ url }) => url.endsWith('/lookups'));
const press = async (name: string, at = 0) =>
  act(async () => {
    const button = screen.getAllByRole('button', { name })[at];
    if (button) fireEvent.click(button);
  });
const type = async (label: string, value: string, at = 0) =>
  act(async () => {
    const box = screen.getAllByLabelText(label)[at];
    if (box) fireEvent.input(box, { target: { value } });
  });
const who = '登录手机号或志愿者编号';

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId });
  network(({ url, body }) => {
    const volunteerId = (body as { volunteerId?: string } | undefined)?.volunteerId ?? keepId;
    if (url.endsWith('/me/memberships')) return ok({ memberships: [] });
    if (url.endsWith('/lookups'))
      return ok({
        volunteerId,
        maskedName: '王*芳',
        maskedPhone: '138******00',
        minutes: 90,
        points: 15,
      });
    return ok({});
  });
});

test('nobody is looked for without a reason, nor by half a number', async () => {
  render(<AskRecovery />);
  await type(who, '13800000000');
  await press('查找');
  expect(screen.getByText('请先写下原因')).toBeTruthy();
  await type('原因', '手机丢失');
  await type(who, '1380000');
  await press('查找');
  expect(screen.getByText(/请填写完整的/)).toBeTruthy();
  expect(lookups()).toHaveLength(0);
});

test('a new phone → person, number and code are needed, then it is asked for', async () => {
  render(<AskRecovery />);
  await type('原因', '手机丢失');
  await press('提交，等另一位确认');
  expect(screen.getByText('请先查找要办理的人')).toBeTruthy();
  await type(who, '13800000000');
  await press('查找');
  expect(screen.getByText('王*芳')).toBeTruthy();
  await press('提交，等另一位确认');
  expect(screen.getByText('请填写短信里的 6 位数字')).toBeTruthy();
  await type('手机号', '13911112222');
  await type('短信验证码', '123456');
  await press('提交，等另一位确认');
  expect(asked().map(({ body }) => body)).toMatchObject([
    { kind: 'recover', volunteerId: keepId, phone: '13911112222', code: '123456', why: '手机丢失' },
  ]);
});

test('two accounts → not the same one twice', async () => {
  render(<AskRecovery />);
  await type('原因', '两个账号');
  await act(async () => void fireEvent.click(screen.getByRole('tab', { name: '合并账号' })));
  await type(who, keepId);
  await press('查找');
  await type(who, keepId);
  await press('查找');
  await press('提交，等另一位确认');
  expect(screen.getByText('这是同一个账号，请查找另一个账号')).toBeTruthy();
  await press('换一个人', 1);
  await type(who, closingId);
  await press('查找');
  await press('提交，等另一位确认');
  expect(asked().map(({ body }) => body)).toMatchObject([
    { kind: 'merge', volunteerId: keepId, closingId },
  ]);
});

test('whom one may not help → the sentence stands at the search', async () => {
  network(({ url }) => (url.endsWith('/lookups') ? no(404, 'not_found') : ok({ memberships: [] })));
  render(<AskRecovery />);
  await type('原因', '手机丢失');
  await type(who, keepId);
  await press('查找');
  expect(screen.getByText('没有找到，可能已被删除或链接有误')).toBeTruthy();
});
