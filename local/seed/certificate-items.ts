import type { Category } from '#shared/vocabulary';
import { categories } from '#shared/vocabulary';
import { issuerAt } from '../../functions/certificates/certificate.table';
import { organiserOf } from './organisations';
import type { World } from './world';

/** Who answers for the certificates of the teams of 市南区, with which the cast has served. */
export function addIssuers(world: World): void {
  const teams = Object.keys(categories).map((one) => organiserOf('370202', one as Category));
  for (const organisationId of new Set(teams)) {
    world.put(issuerAt(organisationId), {
      ...{ version: 1, responsibleName: '刘建国', handlerName: '陈静' },
      contactPhone: '0532-88880000',
    });
  }
}
