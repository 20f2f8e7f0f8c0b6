import { draftRoutes } from '#shared/drafts';
import { handle } from '../platform/handle';

/** The days that a rule means, so that whoever plans sees them before anything is kept. */
export const repeats = handle(
  'GET /repeats',
  draftRoutes['GET /repeats'],
  async ({ rule, day }) => {
    const { daysOf } = await import('./rule-days.part');
    return { days: daysOf(rule, day) };
  },
);
