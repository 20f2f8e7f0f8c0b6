import { categories, organisationKinds } from '#shared/vocabulary';
import { judgePlace } from '../../../functions/organisations/organisation.rules';
import { organisationsOf, organiserOf, rootId } from '../../../local/seed/organisations';

const organisations = organisationsOf();
const named = (word: string) => organisations.filter(({ name }) => name.includes(word));

const ofKind = (kind: string) => organisations.filter((one) => one.kind === kind);

test('a federation, 68 总队, 60 分队 and the trees beside them, each said to be of the demo', () => {
  expect(organisations).toHaveLength(146);
  expect(ofKind('federation')).toHaveLength(1);
  expect(named('总队')).toHaveLength(68);
  expect(ofKind('team')).toHaveLength(64);
  expect(named('（演示）')).toHaveLength(146);
  expect(new Set(organisations.map(({ organisationId }) => organisationId)).size).toBe(146);
});

test('every kind is there, and each stands where it may', () => {
  const byId = new Map(organisations.map((one) => [one.organisationId, one]));
  for (const { kind, parentId, path } of organisations) {
    const parent = byId.get(parentId ?? '');
    if (!parent) continue;
    const above = { state: 'active', kind: parent.kind } as const;
    expect(judgePlace(kind, above, { depth: path.length, height: 0 })).toBeUndefined();
  }
  for (const kind of Object.keys(organisationKinds)) expect(ofKind(kind)).not.toEqual([]);
});

test('every path leads from the root through the parent to the organisation', () => {
  const byId = new Map(organisations.map((one) => [one.organisationId, one]));
  for (const { organisationId, parentId, path } of organisations) {
    const above = parentId === undefined ? [] : (byId.get(parentId)?.path ?? ['missing']);
    expect(path).toEqual([...above, organisationId]);
    expect(path[0]).toBe(rootId);
  }
});

test('all seventeen categories have a 分队', () => {
  for (const name of Object.values(categories)) {
    expect(named(`${name}志愿服务分队`).length).toBeGreaterThan(0);
  }
});

test('a category without a team in a district → the district’s corps', () => {
  const byId = new Map(organisations.map(({ organisationId, name }) => [organisationId, name]));
  expect(byId.get(organiserOf('370202', 'environment'))).toBe('市南区卫生环保志愿服务分队（演示）');
  expect(byId.get(organiserOf('370203', 'elders'))).toBe('市北区志愿服务总队（演示）');
});
