import { newRequestId } from '../../../miniapp/src/ids';

const form = /^[0-9A-HJKMNP-TV-Z]{26}$/;

test('a new id → 26 characters that the contract takes', () => {
  for (let i = 0; i < 500; i++) expect(newRequestId()).toMatch(form);
});

test('many at the same moment → all different', () => {
  const ids = new Set(Array.from({ length: 2_000 }, () => newRequestId(1_764_000_000_000)));
  expect(ids.size).toBe(2_000);
});

test('a later one → sorts after an earlier one', () => {
  expect(newRequestId(1_764_000_000_001) > newRequestId(1_764_000_000_000, () => 0.999)).toBe(true);
});

test('the edges of randomness and time → still well formed', () => {
  expect(newRequestId(0, () => 0)).toBe('0'.repeat(26));
  expect(newRequestId(1_764_000_000_000, () => 0.999999999)).toMatch(form);
});
