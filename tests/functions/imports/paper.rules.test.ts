import { hourMs, minuteMs } from '#shared/time';
import { listOf } from '../../../functions/imports/list.rules';
import { minuteIn, momentOf, outcomeOf } from '../../../functions/imports/paper.rules';

test.each([
  ['8:30', 510],
  ['08：30', 510],
  ['08:30:00', 510],
  ['上午 8:30', 510],
  ['0.354166666666667', 510],
  ['.5', 720],
  ['0:00', 0],
  ['23:59', 1_439],
  ['24:00', undefined],
  ['8:60', undefined],
  ['830', undefined],
  ['', undefined],
  ['八点', undefined],
])('%s', (cell, minute) => {
  expect(minuteIn(cell)).toBe(minute);
});

test('a time before the start of a shift is on the next day', () => {
  const startsAt = Date.UTC(2026, 10, 24, 14); // 22:00 in Qingdao.
  expect(momentOf({ startsAt }, 22 * 60)).toBe(startsAt);
  expect(momentOf({ startsAt }, 2 * 60)).toBe(startsAt + 4 * hourMs);
  expect(momentOf({ startsAt: startsAt + 30_000 }, 22 * 60)).toBe(startsAt);
  expect(momentOf({ startsAt }, 22 * 60 - 1)).toBe(startsAt + 24 * hourMs - minuteMs);
});

test('every refusal of a person that has no word of its own says that the person is unfit', () => {
  expect(outcomeOf('typed_cap_reached')).toBe('cap_reached');
  expect(outcomeOf('not_for_minors')).toBe('unfit_person');
});

test('a sheet without both times is not read as a sign-in sheet; with them each row keeps what was written', () => {
  const heading = ['姓名', '手机号', '签到'];
  const row = ['李雷', '13700000000', '8:30', '11:00'];
  const read = (...cells: string[][]) => listOf(cells, { times: true });
  expect(read(heading, row)).toEqual({ status: 'refused', code: 'sheet_times_missing' });
  expect(read([...heading, '签退（时间）'], row)).toEqual({
    status: 'read',
    rows: [
      {
        ...{ row: 2, name: '李雷', phone: '13700000000', outcome: 'pending' },
        ...{ from: '8:30', until: '11:00' },
      },
    ],
  });
  const plain = listOf([[...heading, '签退'], row]);
  expect(plain).toMatchObject({ rows: [expect.not.objectContaining({ from: '8:30' })] });
});
