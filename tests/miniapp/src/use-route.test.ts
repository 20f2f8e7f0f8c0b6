import { act, renderHook, waitFor } from '@testing-library/react';
import { keep, leave } from '../../../miniapp/src/tokens';
import { usePages, useRoute } from '../../../miniapp/src/use-route';
import { freshPhone, network, no, noNetwork, ok, sent, sessionOf } from '../../support/phone';
import { pullDown, reachBottom } from '../../support/taro-taro';

jest.mock('../../../miniapp/src/device/storage', () => require('../../support/phone').phoneStorage);
jest.mock('../../../miniapp/src/device/request', () => require('../../support/phone').phoneRequest);

const wang = '0123456789ab';
const asked = { district: '370202' as const, day: '20261124' };
const listOf = (...titles: string[]) => ({ shifts: titles.map((title) => ({ title })) });
const list = () => renderHook(() => useRoute('GET /activities', asked));
type Shown = ReturnType<typeof list>;
const stateOf = ({ result }: Shown) => result.current.state;

beforeEach(() => {
  freshPhone();
  leave();
});

async function seenBefore() {
  network(() => ok(listOf('旧')));
  const first = list();
  await waitFor(() => expect(stateOf(first)).toBe('ready'));
  first.unmount();
}

test('the first time → loading, then ready', async () => {
  network(() => ok(listOf('清洁海滩')));
  const shown = list();
  expect(stateOf(shown)).toBe('loading');
  await waitFor(() =>
    expect(shown.result.current).toMatchObject({ state: 'ready', data: listOf('清洁海滩') }),
  );
  expect(sent).toHaveLength(1);
});

test('seen before → the kept answer at once, then the fresh one', async () => {
  await seenBefore();
  network(() => ok(listOf('新')));
  const shown = list();
  expect(shown.result.current).toMatchObject({ state: 'stale', data: listOf('旧') });
  await waitFor(() =>
    expect(shown.result.current).toMatchObject({ state: 'ready', data: listOf('新') }),
  );
});

test('no network, seen before → stale with the reason and its age', async () => {
  await seenBefore();
  network(noNetwork);
  const shown = list();
  await waitFor(() =>
    expect(shown.result.current).toMatchObject({ reason: expect.stringContaining('网络') }),
  );
  expect(shown.result.current).toMatchObject({ state: 'stale', savedAt: expect.any(Number) });
});

test('no network, never seen → failed, and a retry helps', async () => {
  const shown = list();
  await waitFor(() => expect(stateOf(shown)).toBe('failed'));
  network(() => ok(listOf('好了')));
  await act(() => shown.result.current.refresh());
  expect(stateOf(shown)).toBe('ready');
});

test('refused → refused, even when seen before', async () => {
  await seenBefore();
  network(() => no(403, 'not_allowed'));
  const shown = list();
  await waitFor(() =>
    expect(shown.result.current).toMatchObject({
      state: 'refused',
      refusal: { code: 'not_allowed' },
    }),
  );
});

test('a fault of ours is no refusal → failed or stale', async () => {
  network(() => no(500, 'fault'));
  const shown = list();
  await waitFor(() => expect(stateOf(shown)).toBe('failed'));
});

test('pulled down → asked again', async () => {
  await seenBefore();
  const shown = list();
  await waitFor(() => expect(stateOf(shown)).toBe('ready'));
  network(() => ok(listOf('又新')));
  await act(async () => pullDown());
  await waitFor(() => expect(shown.result.current).toMatchObject({ data: listOf('又新') }));
});

test('the question changes before the answer comes → the late answer is not shown', async () => {
  const answers = new Map<string, (data: object) => void>();
  network(
    ({ url }) =>
      new Promise((resolve) => {
        answers.set(url, (data) => resolve(ok(data)));
      }),
  );
  const shown = renderHook(({ day }) => useRoute('GET /activities', { ...asked, day }), {
    initialProps: { day: '20261124' },
  });
  shown.rerender({ day: '20261125' });
  await waitFor(() => expect(answers.size).toBe(2));
  await act(async () => answers.get('/activities?district=370202&day=20261125')?.(listOf('明天')));
  await act(async () => answers.get('/activities?district=370202&day=20261124')?.(listOf('今天')));
  expect(shown.result.current).toMatchObject({ state: 'ready', data: listOf('明天') });
});

test('another person signs in → asked anew, nothing of the other is shown', async () => {
  keep(sessionOf(wang));
  network(({ header }) => ok({ volunteerId: header.authorization }));
  const shown = renderHook(() => useRoute('GET /me', {}));
  await waitFor(() => expect(shown.result.current.state).toBe('ready'));
  network(noNetwork);
  act(() => keep(sessionOf('ba9876543210')));
  await waitFor(() => expect(shown.result.current.state).toBe('failed'));
});

describe('a list in pages', () => {
  const pages = () =>
    renderHook(() =>
      usePages('GET /activities', asked, ({ shifts }) => shifts.map(({ title }) => title)),
    );
  const cloud = () =>
    network(({ url }) => {
      if (url.includes('cursor=two')) return ok(listOf('丙'));
      return ok({ ...listOf('甲', '乙'), cursor: 'two' });
    });

  test('the end of the page is reached → the next one, then no more', async () => {
    cloud();
    const shown = pages();
    await waitFor(() => expect(shown.result.current.tail).toBe('more'));
    await act(async () => reachBottom());
    await waitFor(() => expect(shown.result.current.tail).toBe('end'));
    expect(shown.result.current.rows).toEqual(['甲', '乙', '丙']);
    await act(async () => reachBottom());
    expect(sent).toHaveLength(2);
  });

  test('the next one fails → said, and a second try helps', async () => {
    cloud();
    const shown = pages();
    await waitFor(() => expect(shown.result.current.tail).toBe('more'));
    network(noNetwork);
    await act(() => shown.result.current.loadMore());
    expect(shown.result.current).toMatchObject({ tail: 'failed', rows: ['甲', '乙'] });
    cloud();
    await act(() => shown.result.current.loadMore());
    expect(shown.result.current.rows).toEqual(['甲', '乙', '丙']);
  });

  test('refreshed → begins anew with the first page', async () => {
    cloud();
    const shown = pages();
    await waitFor(() => expect(shown.result.current.tail).toBe('more'));
    await act(() => shown.result.current.loadMore());
    network(() => ok(listOf('丁')));
    await act(() => shown.result.current.refresh());
    expect(shown.result.current).toMatchObject({ tail: 'end', rows: ['丁'] });
  });
});
