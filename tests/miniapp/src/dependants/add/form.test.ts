import { dependantRoutes } from '#shared/dependants';
import type { Form } from '../../../../../miniapp/src/dependants/add/form';
import { emptyForm, requestOf, wrongIn } from '../../../../../miniapp/src/dependants/add/form';
import { newRequestId } from '../../../../../miniapp/src/ids';

const now = Date.parse('2026-11-24T06:00:00Z');
const child: Form = {
  ...{ relation: 'child', name: ' 李小雷 ', birthMonth: '2016-01', district: '370202' },
  agreed: true,
};

test('an empty form → each field says what to do', () => {
  expect(Object.keys(wrongIn(emptyForm, now)).sort()).toEqual(Object.keys(emptyForm).sort());
});

test('a whole form → a request that the contract takes', () => {
  expect(wrongIn(child, now)).toEqual({});
  const request = requestOf(child, { requestId: newRequestId(), consentVersion: '2026-11-1' });
  expect(request).toMatchObject({ name: '李小雷', birthMonth: '201601' });
  expect(dependantRoutes['POST /me/dependants'].request.safeParse(request).success).toBe(true);
});

test.each([
  ['a child as an elder', { relation: 'elder' }, true],
  ['17 as somebody else', { relation: 'other', birthMonth: '2008-11' }, true],
  ['18 as a child', { birthMonth: '2008-10' }, true],
  ['18 as somebody else', { relation: 'other', birthMonth: '2008-10' }, false],
] as const)('%s → wrong: %s', (_name, more, wrong) => {
  expect('relation' in wrongIn({ ...child, ...more }, now)).toBe(wrong);
});
