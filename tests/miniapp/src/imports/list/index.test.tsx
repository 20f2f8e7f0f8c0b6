import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { pickFile } from '../../../../../miniapp/src/device/pick-file';
import ImportsPage from '../../../../../miniapp/src/imports/list/index';
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
jest.mock('../../../../../miniapp/src/device/pick-file', () => ({
  ...{ pickedFrom: '这台设备', pickFile: jest.fn(), sendFile: async () => true },
}));

const pick = pickFile as jest.Mock;
const picked = (name: string) => ({ name, bytes: 9, read: async () => new ArrayBuffer(9) });
const job = {
  ...{ importId: 'ba9876543210', state: 'done', startedAt: Date.now(), keptUntil: Date.now() },
  ...{ rows: 60, done: 60, counts: [], mine: true },
};
let begun = ok(job);
const cloud = (imports: object[] = []) =>
  network(({ url, method }) => {
    if (url === '/files') return ok({ fileId: 'f', url: 'u', contentType: 'c', expiresAt: 1 });
    return method === 'POST' ? begun : ok({ imports });
  });
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));
const go = Taro.navigateTo as unknown as jest.Mock;

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId: 'aaaaaaaaaaaa' });
  begun = ok(job);
  go.mockClear();
});

test('a list is chosen → sent, and its report opens', async () => {
  cloud();
  pick.mockResolvedValueOnce(picked('名单.xlsx'));
  render(<ImportsPage />);
  await tap('选择名单文件');
  expect(go).toHaveBeenCalledWith({
    url: '/imports/report/index?organisationId=aaaaaaaaaaaa&importId=ba9876543210',
  });
});

test('turned back → nothing; another kind of file → said, nothing sent', async () => {
  cloud();
  render(<ImportsPage />);
  pick.mockResolvedValueOnce(undefined);
  await tap('选择名单文件');
  pick.mockResolvedValueOnce(picked('名单.xls'));
  await tap('选择名单文件');
  expect(screen.getByText('这是旧版 Excel 格式，请另存为 .xlsx 后再选')).toBeTruthy();
  expect(sent.some(({ url }) => url === '/files')).toBe(false);
});

test('the cloud cannot read it → its sentence, and one can choose again', async () => {
  cloud();
  begun = no(422, 'sheet_headings_missing');
  render(<ImportsPage />);
  pick.mockResolvedValue(picked('名单.csv'));
  await tap('选择名单文件');
  expect(screen.getByText('没有找到姓名和手机号两列，请检查表头')).toBeTruthy();
  begun = ok(job);
  await tap('选择名单文件');
  expect(go).toHaveBeenCalled();
});

test('earlier lists → whose, how far, and the way to their report', async () => {
  cloud([job, { ...job, importId: 'b', state: 'running', done: 25, mine: false }]);
  render(<ImportsPage />);
  expect(await screen.findByText('我导入的 · 共 60 行')).toBeTruthy();
  await tap('其他管理员导入的 · 已处理 25 / 60 行');
  expect(go.mock.calls[0]?.[0].url).toContain('importId=b');
});

test('not one’s organisation → why, and no button', async () => {
  network(() => no(403, 'not_allowed'));
  render(<ImportsPage />);
  expect(await screen.findByText('这一页不对您开放')).toBeTruthy();
  expect(screen.queryByText('选择名单文件')).toBeNull();
});

test('a guest → signs in first', async () => {
  leave();
  cloud();
  render(<ImportsPage />);
  expect(screen.getByText('组织管理员登录后可以导入成员名单。')).toBeTruthy();
});
