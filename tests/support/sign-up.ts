import type { Request } from '#shared/api';
import type { Answer } from './cloud';
import type { Person } from './given';

const route = 'PUT /shifts/{shiftId}/signup';
type More = Partial<Omit<Request<typeof route>, 'shiftId'>>;

/** What nobody has read: the sheet was refused, or its text has changed since. */
export const otherTerms = '00000000000a';

/** Names what the sheet of a shift says. */
export async function termsOf(who: Person, shiftId: string): Promise<string> {
  return (await who.ask('GET /shifts/{shiftId}/signup', { shiftId })).terms;
}

/** Reads the sheet and signs up by it, as the page does; with `terms` it was read before. */
export async function trySignUp(
  who: Person,
  shiftId: string,
  more: More = {},
): Promise<Answer<typeof route>> {
  const { terms = await read(who, shiftId, more.forVolunteerId) } = more;
  return who.call(route, { ...more, shiftId, terms });
}

/** The same, when anything but a success would be a broken test. */
export async function signUp(who: Person, shiftId: string, more: More = {}) {
  const { terms = await read(who, shiftId, more.forVolunteerId) } = more;
  return who.ask(route, { ...more, shiftId, terms });
}

async function read(who: Person, shiftId: string, forVolunteerId?: string): Promise<string> {
  const { body } = await who.call('GET /shifts/{shiftId}/signup', {
    ...{ shiftId, ...(forVolunteerId !== undefined && { forVolunteerId }) },
  });
  return 'terms' in body ? body.terms : otherTerms;
}
