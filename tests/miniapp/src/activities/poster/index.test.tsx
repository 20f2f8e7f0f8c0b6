import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import PosterPage from '../../../../../miniapp/src/activities/poster/index';
import { keep } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, ok, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const activityId = '0123456789ab';
const startsAt = Date.UTC(2026, 10, 28, 1);
const activity = {
  ...{ activityId, organisationName: '市南区志愿服务队', title: '海边清洁', organising: true },
  place: { name: '五四广场', address: '东海西路' },
  shifts: [{ shiftId: 'a'.repeat(12), startsAt, endsAt: startsAt + 7_200_000 }],
  now: Date.now(),
};

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789cd'));
  openWith({ activityId });
});

test('the poster says what, when and where, and shows WeChat’s own code', async () => {
  network(({ url }) =>
    ok(url.endsWith('/poster') ? { token: 'A'.repeat(28), wechatCode: 'iVBORw0' } : activity),
  );
  render(<PosterPage />);
  expect(await screen.findByText('海边清洁')).toBeTruthy();
  expect(screen.getByText('11月28日 周六 09:00–11:00')).toBeTruthy();
  expect(screen.getByText('五四广场（东海西路）')).toBeTruthy();
  const code = await screen.findByLabelText('报名小程序码');
  expect(code.getAttribute('src')).toBe('data:image/png;base64,iVBORw0');
});

test('WeChat drew none → the link’s code', async () => {
  network(({ url }) => ok(url.endsWith('/poster') ? { token: 'A'.repeat(28) } : activity));
  render(<PosterPage />);
  expect(await screen.findByLabelText('报名二维码')).toBeTruthy();
});

test('not an organiser → the refusal, and no code', async () => {
  network(({ url }) =>
    url.endsWith('/poster') ? no(403, 'not_allowed', '您没有权限做这件事') : ok(activity),
  );
  render(<PosterPage />);
  expect(await screen.findByText('您没有权限做这件事')).toBeTruthy();
  expect(screen.queryByLabelText('报名二维码')).toBeNull();
  expect(screen.queryByText('扫一扫，了解并报名')).toBeNull();
});

const press = () => act(async () => void fireEvent.click(screen.getByText('打开 PDF，打印或转发')));

test('as a PDF → fetched and opened with WeChat’s own menu', async () => {
  network(({ url }) => {
    if (url.endsWith('/poster-file')) return ok({ url: 'https://files/p.pdf', expiresAt: 1 });
    return ok(url.endsWith('/poster') ? { token: 'A'.repeat(28) } : activity);
  });
  const fetched = jest.spyOn(Taro, 'downloadFile');
  fetched.mockResolvedValue({ tempFilePath: 'tmp' } as never);
  const opened = jest.spyOn(Taro, 'openDocument').mockResolvedValue({} as never);
  render(<PosterPage />);
  await screen.findByLabelText('报名二维码');
  await press();
  expect(fetched).toHaveBeenCalledWith({ url: 'https://files/p.pdf' });
  expect(opened).toHaveBeenCalledWith({ filePath: 'tmp', fileType: 'pdf', showMenu: true });
  fetched.mockRejectedValue(new Error('no network'));
  await press();
  expect(screen.getByText('文件没有打开，请检查网络后再试')).toBeTruthy();
});

test('the PDF is refused → why', async () => {
  network(({ url }) => {
    if (url.endsWith('/poster-file')) return no(409, 'activity_not_published');
    return ok(url.endsWith('/poster') ? { token: 'A'.repeat(28) } : activity);
  });
  render(<PosterPage />);
  await screen.findByLabelText('报名二维码');
  await press();
  expect(screen.getByText('活动还没有发布，发布后才能打印海报')).toBeTruthy();
});
