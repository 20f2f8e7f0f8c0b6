import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import GuardianshipPage from '../../../../../miniapp/src/dependants/guardianship/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, ok, sent, sessionOf } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const tap = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));
const preview = { maskedName: '林*雨', age: 12, consentVersion: '2026-11-1' };
const posts = (url: string) => sent.filter((it) => it.url === url);

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf('0123456789ab'));
  network(({ url }) => ok(url === '/guardianships/preview' ? preview : { volunteerId: 'c' }));
});

async function typed(code: string) {
  render(<GuardianshipPage />);
  fireEvent.change(screen.getByLabelText('代码'), { target: { value: code } });
  await tap('下一步');
}

test('the code → who it is and what is agreed to; nothing is agreed to without the tick', async () => {
  await typed('abcd 2345');
  expect(await screen.findByText('林*雨')).toBeTruthy();
  expect(screen.getByText('监护人同意书')).toBeTruthy();
  await tap('同意，我是监护人');
  expect(screen.getByText('请先阅读并同意')).toBeTruthy();
  expect(posts('/guardianships')).toEqual([]);
  await tap('我已阅读并同意');
  await tap('同意，我是监护人');
  expect(posts('/guardianships')).toMatchObject([
    { body: { code: 'ABCD2345', consentVersion: '2026-11-1' } },
  ]);
  expect(Taro.redirectTo).toHaveBeenCalledWith({
    url: '/dependants/person/index?volunteerId=c',
  });
});

test('a code that cannot be one → said in place, nothing sent', async () => {
  await typed('12');
  expect(screen.getByText('代码是 8 位字母和数字，请对照着再输一次')).toBeTruthy();
  expect(sent).toEqual([]);
});

test('a wrong code → the sentence of the refusal, the code can be typed again', async () => {
  network(() => no(422, 'link_code_wrong', '代码不对或已失效，请对方重新出示后再输入'));
  await typed('ABCD2345');
  expect(await screen.findByText('代码不对或已失效，请对方重新出示后再输入')).toBeTruthy();
  expect(screen.getByDisplayValue('ABCD2345')).toBeTruthy();
});
