import {
  capMinutesFor,
  drawnBy,
  freshCap,
  tighter,
} from '../../../functions/typed-hours/cap.rules';

const typedCap = { percent: 5, floorMinutes: 600 };
const cap = (leftMinutes: number, rest = {}) => ({
  ...freshCap('o', '202611', leftMinutes),
  ...rest,
});

test.each([
  ['nothing was scanned → the floor', { A: 0, B: 0, C: 0 }, 600],
  ['a share below the floor → the floor', { A: 4_000, B: 4_000, C: 3_999 }, 600],
  ['a share above the floor → the share, whole minutes', { A: 20_000, B: 1, C: 18 }, 1_000],
])('%s', (_, scanned, expected) => {
  expect(capMinutesFor(scanned, { typedCap })).toBe(expected);
});

const typing = { minutes: 300, reason: 'no_phone' as const, by: 'organiser' };
const emergency = { ...typing, reason: 'emergency' as const };

test.each([
  ['both have it', typing, cap(300), cap(300), { allowanceMinutes: 0, capMinutes: 300 }],
  ['the organisation has a minute too few', typing, cap(299), cap(900), undefined],
  ['the topmost one has a minute too few', typing, cap(900), cap(299), undefined],
  [
    'an allowance does not help without an emergency',
    typing,
    cap(299, { allowanceLeftMinutes: 600 }),
    cap(900),
    undefined,
  ],
  [
    'an emergency draws on the allowance first',
    emergency,
    cap(900, { allowanceLeftMinutes: 600 }),
    cap(0),
    { allowanceMinutes: 300, capMinutes: 0 },
  ],
  [
    'and on the caps for the rest',
    emergency,
    cap(200, { allowanceLeftMinutes: 100 }),
    cap(200),
    { allowanceMinutes: 100, capMinutes: 200 },
  ],
  [
    'nobody draws on what they granted themself',
    emergency,
    cap(200, { allowanceLeftMinutes: 600, grantors: ['organiser'] }),
    cap(900),
    undefined,
  ],
])('%s', (_, wanted, own, top, expected) => {
  expect(drawnBy(wanted, { own, top })).toEqual(expected);
});

test('people see the tighter of the two caps, with the allowance of their own', () => {
  const own = cap(500, { allowanceMinutes: 60, allowanceLeftMinutes: 30 });
  expect(tighter({ own, top: cap(400) })).toEqual({
    ...{ month: '202611', capMinutes: 400, leftMinutes: 400 },
    ...{ allowanceMinutes: 60, allowanceLeftMinutes: 30 },
  });
  expect(tighter({ own, top: cap(500) })).toMatchObject({ capMinutes: 500, leftMinutes: 500 });
});
