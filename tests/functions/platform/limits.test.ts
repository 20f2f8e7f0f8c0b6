import { addressLimit, allows, personLimit } from '../../../functions/platform/limits';

let keys = 0;
const fresh = () => `key-${++keys}`;
const limit = { burst: 3, perSecond: 2 };
const at = Date.UTC(2026, 10, 24);
const burst = (key: string, count: number, when: number) =>
  Array.from({ length: count }, () => allows(key, limit, when));

test('a burst is let through, the next is not', () => {
  expect(burst(fresh(), 5, at)).toEqual([true, true, true, false, false]);
});

test('after a while as many as the rate gives, never more than the burst', () => {
  const key = fresh();
  burst(key, 3, at);
  expect(allows(key, limit, at + 499)).toBe(false);
  expect(burst(key, 2, at + 501)).toEqual([true, false]);
  expect(burst(key, 4, at + 3_600_000)).toEqual([true, true, true, false]);
});

test('asking in vain does not put the next one off', () => {
  const key = fresh();
  burst(key, 3, at);
  for (let ms = 10; ms < 500; ms += 10) expect(allows(key, limit, at + ms)).toBe(false);
  expect(allows(key, limit, at + 510)).toBe(true);
});

test("one key's burst is not another's", () => {
  const [one, other] = [fresh(), fresh()];
  burst(one, 5, at);
  expect(allows(other, limit, at)).toBe(true);
});

test('a clock that was set back gives nothing away', () => {
  const key = fresh();
  burst(key, 3, at);
  expect(allows(key, limit, at - 60_000)).toBe(false);
});

test('many thousands of keys → memory stays bounded, and the newest are still counted', () => {
  for (let count = 0; count < 50_000; count++) allows(`crowd-${count}`, limit, at);
  const key = fresh();
  expect(burst(key, 4, at)).toEqual([true, true, true, false]);
});

test('an address, behind which a carrier puts thousands, may do more than a person', () => {
  expect(addressLimit.burst).toBeGreaterThanOrEqual(10 * personLimit.burst);
  expect(addressLimit.perSecond).toBeGreaterThanOrEqual(10 * personLimit.perSecond);
});
