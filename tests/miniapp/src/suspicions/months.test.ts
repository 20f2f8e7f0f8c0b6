import { hourMs, startOfDay } from '#shared/time';
import { lastMonths } from '../../../../miniapp/src/suspicions/months';

test('this month and the two before, also over the turn of a year', () => {
  expect(lastMonths(startOfDay('20270131') + hourMs)).toEqual([
    { value: '202701', text: '1月' },
    { value: '202612', text: '12月' },
    { value: '202611', text: '11月' },
  ]);
});
