import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import nacl from 'tweetnacl';
import {
  asciiBytes,
  certificatePurpose,
  essentialsText,
  keyListPurpose,
} from '#shared/certificate-code';
import VerifyPage from '../../../../../miniapp/src/certificates/verify/index';
import { freshPhone, network, ok } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const pair = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(7));
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const text = essentialsText({
  ...{ keyId: 'aabbccdd', number: 'ZM2026-0K7MP-4XQR2-9', name: '韩*梅', lastFour: '283X' },
  ...{ organisationId: '0123456789ab', organisationName: '净滩分队' },
  ...{ from: '20260101', until: '20261124', issuedOn: '20261124' },
  minutes: { A: 0, B: 0, C: 150, D: 0, E: 0, imported: 60 },
});
const bytes = Buffer.from(certificatePurpose + text);
const signature = nacl.sign.detached(new Uint8Array(bytes), pair.secretKey);
const code = Buffer.concat([Buffer.from(text), signature]).toString('base64url');

function publish(revoked: string[][] = []) {
  const keys = [{ keyId: 'aabbccdd', key: base64url(pair.publicKey) }];
  const list = JSON.stringify({ version: 1, at: Date.now(), keys, revoked });
  const signed = nacl.sign.detached(asciiBytes(keyListPurpose + list), pair.secretKey);
  const signatures = [{ keyId: 'aabbccdd', signature: base64url(signed) }];
  network(() => ok({ list, signatures }));
}
const offline = () =>
  network(() => {
    throw new Error('offline');
  });

const global = globalThis as unknown as { CERTIFICATE_KEYS: string };
beforeEach(() => {
  freshPhone();
  global.CERTIFICATE_KEYS = '';
  openWith({ code });
});

test('genuine, with today’s list → what stands on it, and that it is not revoked', async () => {
  publish();
  render(<VerifyPage />);
  expect(await screen.findByText('签名有效')).toBeTruthy();
  for (const word of ['ZM2026-0K7MP-4XQR2-9', '韩*梅', '283X', '净滩分队', '2 小时 30 分']) {
    expect(screen.getByText(word)).toBeTruthy();
  }
  expect(screen.getByText(/不在吊销名单里/)).toBeTruthy();
});

test('without network, by the keys of the package → genuine, and says that revocations are not known', async () => {
  global.CERTIFICATE_KEYS = `aabbccdd:${base64url(pair.publicKey)}`;
  offline();
  render(<VerifyPage />);
  expect(await screen.findByText('签名有效')).toBeTruthy();
  expect(screen.getByText(/本机还没有吊销名单/)).toBeTruthy();
});

test('without network and without keys → cannot be verified, and what to do', async () => {
  offline();
  render(<VerifyPage />);
  expect(await screen.findByText('无法验证')).toBeTruthy();
});

test('revoked → says since when and why', async () => {
  publish([['ZM2026-0K7MP-4XQR2-9', '20261201', 'corrected']]);
  render(<VerifyPage />);
  expect(await screen.findByText('已吊销')).toBeTruthy();
  expect(screen.getByText(/2026年12月1日 已吊销：其中的时长后来有更正/)).toBeTruthy();
});

test('altered → not to be trusted', async () => {
  openWith({ code: `${code.slice(0, -3)}AAA` });
  publish();
  render(<VerifyPage />);
  expect(await screen.findByText('验证不通过')).toBeTruthy();
});

test('scanned on the page → verified; something else → what to scan', async () => {
  openWith({});
  publish();
  const scan = jest.spyOn(Taro, 'scanCode');
  scan.mockResolvedValue({ result: 'https://example.cn/c/AAAA' } as never);
  render(<VerifyPage />);
  const press = () => act(async () => void fireEvent.click(screen.getByText('扫码验证')));
  await press();
  expect(screen.getByText(/这不是服务证明上的二维码/)).toBeTruthy();
  const link = `https://volunteer.example.cn/#/certificates/verify/index?code=${code}`;
  scan.mockResolvedValue({ result: link } as never);
  await press();
  expect(await screen.findByText('签名有效')).toBeTruthy();
});
