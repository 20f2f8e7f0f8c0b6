import type { Person } from '../given';

/** Reads the sheet and signs up by it, as the page does. */
export async function signUp(who: Person, shiftId: string, forVolunteerId?: string): Promise<void> {
  const whom = { shiftId, ...(forVolunteerId && { forVolunteerId }) };
  const { terms } = await who.ask('GET /shifts/{shiftId}/signup', whom);
  await who.ask('PUT /shifts/{shiftId}/signup', { ...whom, terms });
}
