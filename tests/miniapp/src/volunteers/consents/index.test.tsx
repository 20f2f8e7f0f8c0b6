import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { keep } from '../../../../../miniapp/src/tokens';
import ConsentsPage from '../../../../../miniapp/src/volunteers/consents/index';
import { freshPhone, network, no, ok, sent, sessionOf } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const version = '2026-11-1';
const one = (purpose: string, state: string, more = {}) => ({
  ...{ purpose, state, version, needed: purpose === 'registration' },
  ...more,
});
let given = false;
const answer = () => ({
  consents: [
    one('registration', 'given', { at: 1 }),
    one('location', 'unsaid'),
    one('messages', given ? 'given' : 'withdrawn', { at: 2 }),
  ],
  history: [{ purpose: 'messages', given: false, version, at: 2 }],
});
const puts = () => sent.filter(({ method }) => method === 'PUT');

beforeEach(() => {
  freshPhone();
  given = false;
  network(({ method, body }) => {
    if (method === 'PUT') given = Boolean((body as { given: boolean }).given);
    return ok(answer());
  });
});

const opened = () => {
  keep(sessionOf('0123456789ab'));
  render(<ConsentsPage />);
};

test('a guest → asked to sign in, nothing asked of the cloud', async () => {
  render(<ConsentsPage />);
  expect(await screen.findByText('请先登录')).toBeTruthy();
  expect(sent).toEqual([]);
});

test('giving and taking back → one tap each, at the same place, with the version that stands there', async () => {
  opened();
  fireEvent.click(await screen.findByLabelText('同意微信消息提醒'));
  await waitFor(() => expect(puts()).toHaveLength(1));
  expect(puts()[0]?.body).toEqual({ purpose: 'messages', given: true, version });
  fireEvent.click(await screen.findByLabelText('撤回微信消息提醒'));
  await waitFor(() => expect(puts()).toHaveLength(2));
  expect(puts()[1]?.body).toEqual({ purpose: 'messages', given: false, version });
});

test('a place that nobody said anything about yet → can be taken back with one tap', async () => {
  opened();
  expect(await screen.findByText('扫码时由您点选')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('撤回扫码时的位置见证'));
  await waitFor(() => expect(puts()).toHaveLength(1));
  expect(puts()[0]?.body).toEqual({ purpose: 'location', given: false, version });
});

test('what is needed cannot be taken back here; every word is in the history', async () => {
  opened();
  expect(await screen.findByText('志愿者登记')).toBeTruthy();
  expect(screen.queryByLabelText('撤回志愿者登记')).toBeNull();
  expect(screen.getByText('撤回 微信消息提醒')).toBeTruthy();
});

test('refused → the sentence of the refusal stands on the page', async () => {
  network(({ method }) =>
    method === 'PUT' ? no(409, 'consent_changed', '同意书有更新') : ok(answer()),
  );
  opened();
  fireEvent.click(await screen.findByLabelText('同意微信消息提醒'));
  expect(await screen.findByText('同意书有更新')).toBeTruthy();
});
