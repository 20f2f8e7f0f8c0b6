import type { Role } from '#shared/vocabulary';
import { linksOf } from '../../../../../miniapp/src/tabs/me/staff-links';

const as = (...roles: Role[]) => [
  { organisationId: '0123456789ab', organisationName: '净滩分队', state: 'active' as const, roles },
];
const idsOf = (...roles: Role[]) => linksOf(as(...roles)).map(({ id }) => id);

test('each role → its own pages, each page once', () => {
  expect(idsOf('member')).toEqual([]);
  expect(idsOf('organiser')).toEqual(['publish', 'manage']);
  expect(idsOf('approver')).toEqual(['manage', 'reviews']);
  expect(idsOf('organiser', 'admin')).toEqual([
    'publish',
    'manage',
    'reviews',
    'recoveries',
    'audit-desk',
  ]);
  expect(idsOf('auditor')).toEqual(['recoveries', 'audit-desk']);
  expect(idsOf('counter')).toEqual(['counter']);
  expect(linksOf([...as('organiser'), ...as('counter', 'organiser')])).toHaveLength(3);
});
