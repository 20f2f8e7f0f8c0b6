import { runJobs } from '../../../functions/clock/clock.jobs';

process.env.LOG_LEVEL = 'silent';

test('all jobs end well → each ran once, at the clock’s time', async () => {
  const ran: string[] = [];
  const job = (name: string) => async (call: { now: number }) => {
    ran.push(`${name} ${call.now}`);
  };
  await runJobs({ one: job('one'), other: job('other') }, 7);
  expect(ran).toEqual(['one 7', 'other 7']);
});

test('one fails → the others run all the same, and the run says which failed', async () => {
  const ran: string[] = [];
  const jobs = {
    broken: async () => {
      throw new Error('no');
    },
    other: async () => {
      ran.push('other');
    },
  };
  await expect(runJobs(jobs, 0)).rejects.toThrow('failed: broken');
  expect(ran).toEqual(['other']);
});
