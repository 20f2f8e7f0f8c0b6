import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { saveUrl } from '../../../../../miniapp/src/device/save-file';
import { keep } from '../../../../../miniapp/src/tokens';
import DataPage from '../../../../../miniapp/src/volunteers/data/index';
import { freshPhone, network, no, ok, sent, sessionOf } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);
jest.mock('../../../../../miniapp/src/device/save-file', () => ({ saveUrl: jest.fn() }));

type Answers = { export?: object; leftToday?: number; dueAt?: number };
let answers: Answers;
const ready = { exportId: 'e', state: 'ready', rows: 12, askedAt: 1, url: 'https://files/e' };
const sentTo = (method: string) => sent.filter((one) => one.method === method);

beforeEach(() => {
  freshPhone();
  jest.mocked(saveUrl).mockReset().mockResolvedValue(true);
  answers = { leftToday: 3 };
  network(({ url }) => {
    const { dueAt, ...exported } = answers;
    if (url.endsWith('/me/exports')) return ok(exported);
    return ok({ minutes: 90, points: 20, now: Date.now(), ...(dueAt && { dueAt }) });
  });
});
const opened = () => {
  keep(sessionOf('0123456789ab'));
  render(<DataPage />);
};

test('nothing exported yet → asked for with an id of the phone’s own', async () => {
  opened();
  fireEvent.click(await screen.findByText('导出'));
  await waitFor(() => expect(sentTo('POST')).toHaveLength(1));
  expect(sentTo('POST')[0]?.body).toEqual({ requestId: expect.stringMatching(/^[0-9A-Z]{26}$/) });
});

test('ready → fetched with a link that is asked for at that moment', async () => {
  answers = { export: ready, leftToday: 2 };
  opened();
  fireEvent.click(await screen.findByText('下载文件'));
  await waitFor(() => expect(saveUrl).toHaveBeenCalledWith('我的志愿云数据.json', ready.url));
});

test('being collected → its progress, and nothing to tap; spent → when it goes on', async () => {
  answers = { export: { ...ready, state: 'collecting' }, leftToday: 2 };
  opened();
  expect(await screen.findByText('正在收集，已有 12 条')).toBeTruthy();
  expect(screen.queryByText('导出')).toBeNull();
});

test('deletion → not before it was ticked, then asked once more, then sent', async () => {
  opened();
  fireEvent.click(await screen.findByText('申请注销'));
  expect(await screen.findByText('请先勾选')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('我已看明白，注销后找不回来'));
  fireEvent.click(screen.getByText('申请注销'));
  expect(sentTo('POST')).toEqual([]);
  fireEvent.click(await screen.findByText('确定注销'));
  await waitFor(() => expect(sentTo('POST')).toHaveLength(1));
  expect(sentTo('POST')[0]?.body).toEqual({ understood: true, sure: true });
});

test('something in the way → said with what to do first', async () => {
  network(({ method, url }) => {
    if (method === 'POST') return no(409, 'shift_under_way');
    return url.endsWith('/me/exports') ? ok(answers) : ok({ minutes: 0, points: 0, now: 1 });
  });
  opened();
  fireEvent.click(await screen.findByLabelText('我已看明白，注销后找不回来'));
  fireEvent.click(screen.getByText('申请注销'));
  fireEvent.click(await screen.findByText('确定注销'));
  expect(await screen.findByText('您还有服务没签退或待确认，请办完再注销账号')).toBeTruthy();
});

test('asked for → until when it can be taken back, and the way to do so', async () => {
  answers = { leftToday: 3, dueAt: Date.now() + 1_000_000 };
  opened();
  fireEvent.click(await screen.findByText('不注销了'));
  await waitFor(() => expect(sentTo('DELETE')).toHaveLength(1));
});
