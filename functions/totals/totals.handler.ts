import type { MonthRow } from '#shared/hours';
import { hoursRoutes } from '#shared/hours';
import { actingFor } from '../dependants/acting';
import { publicOrganisation } from '../organisations/organisation-for';
import { handle, handleOpen } from '../platform/handle';
import type { Scope } from './totals.rules';
import { monthsOf } from './totals.table';

/** Minutes by month and grade. What was typed by hand is for everybody to see. */

export const myTotals = handle(
  'GET /me/totals',
  hoursRoutes['GET /me/totals'],
  async ({ forVolunteerId, months }, { caller }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    return { months: await rowsOf(`volunteer:${volunteerId}`, months) };
  },
);

export const organisationTotals = handleOpen(
  'GET /organisations/{organisationId}/totals',
  hoursRoutes['GET /organisations/{organisationId}/totals'],
  async ({ organisationId, months }) => {
    const { name } = await publicOrganisation(organisationId);
    return { name, months: await rowsOf(`organisation:${organisationId}`, months) };
  },
);

export const districtTotals = handleOpen(
  'GET /districts/{district}/totals',
  hoursRoutes['GET /districts/{district}/totals'],
  async ({ district, months }) => ({ months: await rowsOf(`district:${district}`, months) }),
);

export const cityTotals = handleOpen(
  'GET /totals',
  hoursRoutes['GET /totals'],
  async ({ months }) => ({ months: await rowsOf('city', months) }),
);

async function rowsOf(scope: Scope, months: number): Promise<MonthRow[]> {
  const found = await monthsOf(scope, months);
  return found.map(({ month, sum: { services, ...minutes } }) => ({ month, minutes, services }));
}
