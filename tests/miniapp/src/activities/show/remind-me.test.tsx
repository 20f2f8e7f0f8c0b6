import Taro from '@tarojs/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { RemindMe } from '../../../../../miniapp/src/activities/show/remind-me';
import { keep } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, ok, sent, sessionOf } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const asked = Taro.requestSubscribeMessage as unknown as jest.Mock;
const group = (template: string, left: number) => ({
  ...{ template, templateId: `t-${template}`, title: template, text: '', left },
});
const groups = (left: number) =>
  ['reminder', 'changed', 'placed', 'reviewed'].map((it) => group(it, left));

beforeEach(() => {
  freshPhone();
  asked.mockReset();
  keep(sessionOf('0123456789ab'));
});

test('none is on its way → offered, for what concerns a shift only', async () => {
  network(() => ok({ subscriptions: groups(0), paused: false }));
  asked.mockResolvedValue({});
  render(<RemindMe />);
  fireEvent.click(await screen.findByText('提醒我'));
  expect(asked).toHaveBeenCalledWith(
    expect.objectContaining({ tmplIds: ['t-reminder', 't-changed', 't-placed'] }),
  );
  await screen.findByText(/没有开启/);
});

test.each([
  ['one of each is on its way', { subscriptions: groups(1), paused: false }],
  ['the consent was withdrawn', { subscriptions: groups(0), paused: true }],
  ['the stage has no templates', { subscriptions: [], paused: false }],
])('%s → nothing is offered', async (_, answer) => {
  network(() => ok(answer));
  const { container } = render(<RemindMe />);
  await waitFor(() => expect(sent).toHaveLength(1));
  await waitFor(() => expect(container.textContent).toBe(''));
});
