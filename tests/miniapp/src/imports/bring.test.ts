import type { PickedFile } from '../../../../miniapp/src/device/pick-file';
import { sendFile } from '../../../../miniapp/src/device/pick-file';
import { bring, obstacleIn } from '../../../../miniapp/src/imports/bring';
import { keep, leave } from '../../../../miniapp/src/tokens';
import { freshPhone, network, no, ok, sent, sessionOf } from '../../../support/phone';

jest.mock(
  '../../../../miniapp/src/device/storage',
  () => require('../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../miniapp/src/device/request',
  () => require('../../../support/phone').phoneRequest,
);
jest.mock('../../../../miniapp/src/device/pick-file', () => ({ sendFile: jest.fn() }));

const send = sendFile as jest.Mock;
const file = (name = '名单.CSV'): PickedFile => ({
  ...{ name, bytes: 3, read: async () => new ArrayBuffer(3) },
});
const upload = { fileId: '0123456789ab', url: 'https://files', contentType: 'x', expiresAt: 1 };
const job = { importId: 'ba9876543210', state: 'running' };

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf('0123456789ab'));
  send.mockReset().mockResolvedValue(true);
  network(({ url }) => ok(url === '/files' ? upload : job));
});

test.each([
  ['名单.xls', 9, /旧版 Excel/],
  ['名单.pdf', 9, /请选择/],
  ['名单', 9, /请选择/],
  ['名单.csv', 0, /空的/],
  ['名单.csv', 2 * 1024 * 1024 + 1, /超过 2 MB/],
])('%s of %d bytes → what is wrong with it', (name, bytes, words) => {
  expect(obstacleIn({ name, bytes })).toMatch(words);
});

test.each(['a.csv', 'A.XLSX', '名单.v2.xlsx'])('%s → can go', (name) => {
  expect(obstacleIn({ name, bytes: 2 * 1024 * 1024 })).toBeUndefined();
});

test('announced with its true size and type, sent, and begun', async () => {
  expect(await bring('aaaaaaaaaaaa', file('名单.xlsx'))).toEqual(job);
  const [announced, begun] = sent;
  const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  expect(announced?.body).toMatchObject({ purpose: 'member_list', contentType, bytes: 3 });
  expect(send.mock.calls[0]?.[0]).toBe('https://files');
  expect(send.mock.calls[0]?.[1]).toMatchObject({ contentType });
  expect([begun?.url, begun?.body]).toEqual([
    '/organisations/aaaaaaaaaaaa/imports',
    { fileId: '0123456789ab' },
  ]);
});

test('the bytes do not arrive, or cannot be read → nothing begins', async () => {
  send.mockResolvedValueOnce(false);
  await expect(bring('aaaaaaaaaaaa', file())).rejects.toThrow('网络不通');
  const lost = { ...file(), read: () => Promise.reject(new Error('gone')) };
  await expect(bring('aaaaaaaaaaaa', lost)).rejects.toThrow('网络不通');
  expect(sent.filter(({ url }) => url.endsWith('/imports'))).toEqual([]);
});

test('the cloud says no → its own sentence', async () => {
  network(({ url }) => (url === '/files' ? ok(upload) : no(422, 'sheet_empty')));
  await expect(bring('aaaaaaaaaaaa', file())).rejects.toThrow('表格里没有名单');
});
