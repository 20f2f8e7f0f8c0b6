import { mayAct } from '../../../functions/sessions/session.rules';

const caller = { volunteerId: 'v', epoch: 2 };
test.each([
  ['the way in is gone', undefined, false],
  ['signed out since', { volunteerId: 'v', epoch: 3 }, false],
  ['an epoch that was never given', { volunteerId: 'v', epoch: 1 }, false],
  ['the way in now leads to another person', { volunteerId: 'w', epoch: 2 }, false],
  ['unchanged since', { volunteerId: 'v', epoch: 2 }, true],
])('a session, %s → counts: %s', (_name, way, counts) => {
  expect(mayAct(way, caller)).toBe(counts);
});
