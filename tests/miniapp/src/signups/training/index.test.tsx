import { act, fireEvent, render, screen } from '@testing-library/react';
import TrainingPage from '../../../../../miniapp/src/signups/training/index';
import { keep } from '../../../../../miniapp/src/tokens';
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

const member = { organisationId: '00000000000a', volunteerId: '00000000000b' };
const save = async () => act(async () => void fireEvent.click(screen.getByText('保存')));

beforeEach(() => {
  freshPhone();
  network(() => ok({ done: true }));
  keep(sessionOf('0123456789ab'));
  // As it stands in the address.
  openWith({ ...member, name: encodeURIComponent('*静') });
  render(<TrainingPage />);
});

test('the member is named as people read it', () => {
  expect(screen.getByText('*静')).toBeTruthy();
});

test('without the proof → says what is missing and sends nothing', async () => {
  await save();
  expect(screen.getByText('请写明培训的内容或证书号')).toBeTruthy();
  expect(sent).toEqual([]);
});
