import { wayOf } from '../../../../../miniapp/src/notices/inbox/link';
import { sources, textOf } from '../../../../support/tree';

test('a page with the id of what it shows → its address and its query', () => {
  expect(wayOf({ page: '/activities/show/index', id: 'a1' })).toEqual({
    ...{ address: '/activities/show/index', query: { activityId: 'a1' } },
  });
});

test('a page that shows a list → no query', () => {
  expect(wayOf({ page: '/complaints/mine/index' })).toEqual({
    ...{ address: '/complaints/mine/index', query: {} },
  });
});

test('no link, or a page that this build does not have → leads nowhere', () => {
  expect(wayOf(undefined)).toBeUndefined();
  expect(wayOf({ page: '/tomorrow/show/index', id: 'a1' })).toBeUndefined();
});

test('every page that the cloud links a notice to is known here, and exists', () => {
  const pages = sources
    .filter((file) => file.startsWith('functions/'))
    .flatMap((file) => [...textOf(file).matchAll(/page: '(\/[^']+)'/g)].map(([, page]) => page));
  for (const page of new Set(pages)) {
    expect([page, wayOf({ page: page ?? '', id: 'x' })?.address]).toEqual([page, page]);
    expect(sources).toContain(`miniapp/src${page}.tsx`);
  }
  expect(pages.length).toBeGreaterThan(2);
});
