import { startOfStep } from '#shared/code';
import {
  codeAt,
  dropBatch,
  keepBatch,
  lasts,
  readBatch,
} from '../../../../../miniapp/src/activities/code/batch';
import { freshPhone } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);

const shiftId = 'abcdefabcdef';
const firstStep = 1_000_000;
const codes = (end: string) =>
  Array.from({ length: 100 }, (_, i) => ({ token: `${end}${i}`, digits: String(100_000 + i) }));
const batch = {
  shiftId,
  gate: 0,
  firstStep,
  checkin: codes('in'),
  checkout: codes('out'),
  now: 0,
};
const begin = startOfStep(firstStep);

test('each step has its own code, the same until the step ends', () => {
  expect(codeAt(batch, 'checkin', begin)).toEqual({
    token: 'in0',
    digits: '100000',
    secondsLeft: 15,
  });
  expect(codeAt(batch, 'checkin', begin + 14_999)).toMatchObject({ token: 'in0', secondsLeft: 1 });
  expect(codeAt(batch, 'checkout', begin + 15_000)).toMatchObject({
    token: 'out1',
    secondsLeft: 15,
  });
});

test('asleep for a quarter of an hour → the code of now, not the next one', () => {
  expect(codeAt(batch, 'checkin', begin + 15 * 60_000)).toMatchObject({ token: 'in60' });
});

test('before the first and after the last → none, rather than a wrong one', () => {
  expect(codeAt(batch, 'checkin', begin - 1)).toBeUndefined();
  expect(codeAt(batch, 'checkin', begin + 100 * 15_000)).toBeUndefined();
});

test('ten minutes before the end → a new batch is due', () => {
  expect(lasts(batch, begin)).toBe(true);
  expect(lasts(batch, begin + 61 * 15_000)).toBe(false);
  expect(lasts(batch, begin - 1)).toBe(false);
});

test('kept under its holder → another member on this phone does not get it', () => {
  freshPhone();
  keepBatch('0123456789ab', batch);
  expect(readBatch('0123456789ab', shiftId)).toEqual(batch);
  expect(readBatch('ba9876543210', shiftId)).toBeUndefined();
  dropBatch('0123456789ab', shiftId);
  expect(readBatch('0123456789ab', shiftId)).toBeUndefined();
});
