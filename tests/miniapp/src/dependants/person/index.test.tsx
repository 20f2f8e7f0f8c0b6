import { act, fireEvent, render, screen } from '@testing-library/react';
import PersonPage from '../../../../../miniapp/src/dependants/person/index';
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

const child = {
  ...{ volunteerId: 'c', name: '李小雷', relation: 'child', birthMonth: '201601' },
  ...{ ownAccount: false, consent: 'given', minutes: 90, points: 15, since: 1 },
};
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));
const changes = () => sent.filter(({ method }) => method !== 'GET');
const cloud = (dependants: object[]) =>
  network(({ method }) =>
    ok(
      method === 'GET'
        ? { dependants, consentVersion: '2026-11-1', now: Date.now() }
        : { done: true },
    ),
  );

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf('0123456789ab'));
  openWith({ volunteerId: 'c' });
  cloud([child]);
});

test('a child → hours, card, who read its data, and a consent that one can take back', async () => {
  render(<PersonPage />);
  expect(await screen.findByText('监护人已同意')).toBeTruthy();
  expect(screen.getByText('谁查看过孩子的信息')).toBeTruthy();
  await tap('撤回同意');
  await tap('撤回');
  expect(changes()).toMatchObject([{ method: 'DELETE', url: '/me/dependants/c/consent' }]);
});

test('a consent that was taken back → given again only after it is read and ticked', async () => {
  cloud([{ ...child, consent: 'withdrawn' }]);
  render(<PersonPage />);
  await screen.findByText('监护人已撤回同意');
  await tap('同意孩子参加');
  await tap('同意');
  expect(changes()).toEqual([]);
  await tap('我已阅读并同意');
  await tap('同意');
  expect(changes()).toMatchObject([
    { method: 'PUT', url: '/me/dependants/c/consent', body: { consentVersion: '2026-11-1' } },
  ]);
});

test('an elder → no consent, no readings, the account can be handed over', async () => {
  cloud([{ ...child, relation: 'elder', birthMonth: '195001', consent: 'not_needed' }]);
  render(<PersonPage />);
  expect(await screen.findByText('交给本人自己的账号')).toBeTruthy();
  expect(screen.queryByText('监护人同意')).toBeNull();
  expect(screen.queryByText('谁查看过孩子的信息')).toBeNull();
});

test('the link cannot end → why, and the page stays', async () => {
  const sentence = '孩子还需要监护人，请先关联另一位监护人';
  network(({ method }) =>
    method === 'GET'
      ? ok({ dependants: [child], consentVersion: '2026-11-1', now: Date.now() })
      : no(409, 'guardian_needed', sentence),
  );
  render(<PersonPage />);
  await screen.findByText('李小雷');
  await tap('解除关联');
  await tap('解除');
  expect(await screen.findByText(sentence)).toBeTruthy();
});

test('somebody I do not look after → not found', async () => {
  cloud([]);
  render(<PersonPage />);
  expect(await screen.findByText('没有找到')).toBeTruthy();
});
