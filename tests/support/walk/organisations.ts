import type { TestCloud } from '../cloud';
import type { Person } from '../given';
import { volunteer } from '../given';
import type { Given } from '../given-organisations';
import { given, makeCity, proposal } from '../given-organisations';
import type { Counting } from './counting';

type Scene = { head: Person; city: Given; corps: Given; team: Given };

/** The city's tree: proposing, verifying, changing, moving, freezing. */
export async function walkOrganisations(it: Counting): Promise<void> {
  const scene = await tree(it.cloud);
  await proposals(it, scene);
  await settings(it, scene);
  await governing(it, scene);
}

async function tree(cloud: TestCloud): Promise<Scene> {
  const head = await volunteer(cloud, '吴海平');
  const city = await given({ kind: 'federation', members: [[head, 'admin']] });
  await makeCity(city);
  const corps = await given({ kind: 'corps', under: city });
  const team = await given({ kind: 'team', under: corps });
  return { head, city, corps, team };
}

async function proposals({ cloud, cost }: Counting, { head, team }: Scene) {
  const who = await volunteer(cloud, '李雷雷');
  const above = { organisationId: team.organisationId };
  await cost(who, 'GET /organisations', { request: {} });
  const { organisationId } = await cost(who, 'POST /organisations', { request: proposal(team) });
  await cost(who, 'GET /me/proposals', { request: {} });
  await cost(head, 'GET /organisations/{organisationId}/proposals', { request: above });
  await cost(head, 'PUT /organisations/{organisationId}/decision', {
    request: { organisationId, decision: 'approve' },
  });
  await cost(who, 'GET /organisations/{organisationId}/children', { request: above });
  await cost(who, 'GET /organisations/{organisationId}', { request: { organisationId } });
}

async function settings({ cloud, cost }: Counting, { head, team }: Scene) {
  const { organisationId } = team;
  const { version, name } = await cost(head, 'GET /organisations/{organisationId}/settings', {
    request: { organisationId },
  });
  await cost(head, 'PUT /organisations/{organisationId}', {
    request: {
      ...{ organisationId, version, name: `${name}新`, categories: ['environment'] },
      ...{ specialities: [], audiences: ['youth'] },
    },
  });
  const list = { district: '370202', names: ['帆船'] } as const;
  await cost(head, 'PUT /districts/{district}/specialities', {
    request: { district: list.district, names: [...list.names], version: 0 },
  });
  const who = await volunteer(cloud);
  await cost(who, 'GET /districts/{district}/specialities', {
    request: { district: list.district },
  });
}

async function governing({ cost }: Counting, { head, city, team }: Scene) {
  const { organisationId } = team;
  const into = await given({ kind: 'corps', under: city });
  await cost(head, 'PUT /organisations/{organisationId}/parent', {
    request: { organisationId, parentId: into.organisationId, reason: '归口管理' },
  });
  await cost(head, 'PUT /organisations/{organisationId}/freeze', {
    request: { organisationId, frozen: true, reason: '年检不合格' },
  });
  await cost(head, 'GET /organisations/{organisationId}/audits', { request: { organisationId } });
}
