import { isDurable } from '#shared/answers';

test.each([
  [200, true],
  [400, false],
  [401, false],
  [403, true],
  [404, false],
  [408, false],
  [409, true],
  [410, true],
  [413, false],
  [422, true],
  [429, false],
  [500, false],
  [502, false],
  [503, false],
  [504, false],
])('status %i settles a queued request: %s', (status, durable) => {
  expect(isDurable(status)).toBe(durable);
});
