import { faultOf, log } from '../../../functions/platform/log';

const line = { route: 'GET /me', status: 200, requestId: 'r', tookMs: 3 };

test('one line of JSON a request; silent when told', () => {
  const written = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  process.env.LOG_LEVEL = 'info';
  log(line);
  expect(written.mock.calls).toEqual([[JSON.stringify(line)]]);
  process.env.LOG_LEVEL = 'silent';
  log(line);
  expect(written).toHaveBeenCalledTimes(1);
  written.mockRestore();
});

test('a fault tells where it happened, not what a person typed', () => {
  const fault = faultOf(new TypeError('李雷 13800000000\n    at 13800000000 typed'));
  expect(fault).toMatch(/^TypeError \| at .*log\.test\.ts/);
  expect(fault).not.toContain('李雷');
  expect(fault).not.toContain('13800000000');
});

test.each([['text'], [undefined], [null], [{ phone: '13800000000' }]])(
  'thrown %j → nothing of it is told',
  (thrown) => {
    expect(faultOf(thrown)).toBe('thrown value');
  },
);
