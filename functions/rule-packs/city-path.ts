import { cityAt } from '../organisations/organisation.table';
import { read } from '../platform/table';

/** The path to the city's root: what holds for the whole city is written by its admins. */
export async function cityPath(): Promise<string[]> {
  const [head] = await read(cityAt);
  return head ? [head.organisationId] : [];
}
