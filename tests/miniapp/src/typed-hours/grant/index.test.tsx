import { act, fireEvent, render, screen } from '@testing-library/react';
import { keep } from '../../../../../miniapp/src/tokens';
import GrantPage from '../../../../../miniapp/src/typed-hours/grant/index';
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

const id = 'a'.repeat(12);
const cap = {
  ...{ month: '202611', capMinutes: 600, leftMinutes: 90 },
  ...{ allowanceMinutes: 0, allowanceLeftMinutes: 0 },
};

const press = async () => act(async () => void fireEvent.click(screen.getByText('批准')));
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const grants = () => sent.filter(({ url }) => url.endsWith('/typed-allowance'));

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId: id });
  network(({ method }) =>
    ok(
      method === 'GET' ? { organisationName: '净滩分队', month: '202611', rows: [], cap } : { cap },
    ),
  );
});

test('without hours and a reason → what is missing; with them → granted in minutes', async () => {
  render(<GrantPage />);
  await screen.findByText(/给“净滩分队”本月的应急任务/);
  await press();
  expect(screen.getByText('请填 1 到 1000 的整数')).toBeTruthy();
  expect(grants()).toEqual([]);
  write('增加多少小时', '5');
  write('什么应急任务', '台风过后清理道路，现场没有网络');
  await press();
  expect(grants()[0]?.body).toMatchObject({ minutes: 300 });
  expect(screen.getByText('已批准，组织者补录应急任务时会先用这份额度。')).toBeTruthy();
});
