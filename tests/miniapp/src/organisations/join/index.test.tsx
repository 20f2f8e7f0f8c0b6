import { act, fireEvent, render, screen } from '@testing-library/react';
import { keepAnswer, keyOf } from '../../../../../miniapp/src/cache';
import JoinPage from '../../../../../miniapp/src/organisations/join/index';
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

const me = '0123456789ab';
const press = () =>
  act(async () => void fireEvent.click(document.querySelector('#join-submit') as Element));
const type = (value: string) =>
  act(
    async () =>
      void fireEvent.input(document.querySelector('#join-code') as Element, { target: { value } }),
  );

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf(me));
  keepAnswer(keyOf('GET /me', {}), { data: { profile: {} }, savedAt: 0 });
  network(() => ok({ organisationId: me, organisationName: '净滩分队' }));
  render(<JoinPage />);
});

test('typed small with spaces → sent as it is meant, and joined', async () => {
  await type(' k7mp 4xqr');
  await press();
  expect(sent.at(-1)?.body).toEqual({ code: 'K7MP4XQR' });
  expect(screen.getByText('已加入')).toBeTruthy();
  expect(screen.getByText('净滩分队')).toBeTruthy();
});

test('not eight signs → said under the field, nothing is sent', async () => {
  await type('K7MP');
  await press();
  expect(screen.getByText('邀请码是 8 位字母和数字')).toBeTruthy();
  expect(sent).toEqual([]);
});

test('refused → the reason, and it can be tried again', async () => {
  network(() => no(422, 'invitation_invalid'));
  await type('K7MP4XQR');
  await press();
  expect(screen.getByText('邀请码不对或已过期，请向组织要新的邀请码')).toBeTruthy();
});
