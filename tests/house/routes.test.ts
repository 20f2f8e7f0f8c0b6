import { existsSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { api } from '#shared/api';
import { openapi } from '../../local/openapi';
import { root, textOf } from '../support/tree';

const yaml = textOf('serverless.yml');
const written = JSON.parse(textOf('docs/openapi.json')) as { paths: Record<string, object> };

test('what the contract promises is what is deployed', () => {
  const deployed = [...yaml.matchAll(/httpApi: ["']([^"']+)["']/g)].map((match) => match[1]);
  expect(deployed.sort()).toEqual(Object.keys(api).sort());
});

test('every function of serverless.yml has its entry, and every entry is deployed', () => {
  const named = [...yaml.matchAll(/handler: dist\/functions\/(\S+)\.main/g)].map(
    ([, name]) => name,
  );
  const missing = named.filter(
    (name) =>
      ![`functions/${name}/${name}.function.ts`, `functions/stream/${name}.function.ts`].some(
        (file) => existsSync(path.join(root, file)),
      ),
  );
  expect(missing).toEqual([]);
});

test('docs/openapi.json is what the contract says now (npm run openapi writes it)', () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(openapi())));
});

test('docs/openapi.json is complete and a valid OpenAPI document', async () => {
  const documented = Object.entries(written.paths).flatMap(([at, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${at}`),
  );
  expect(documented.sort()).toEqual(Object.keys(api).sort());
  expect(await new Validator().validate(structuredClone(written))).toEqual({ valid: true });
});

test('the handler that serves a route is in the function that serverless.yml sends it to', () => {
  let owner = '';
  const astray: string[] = [];
  for (const line of yaml.split('\n')) {
    owner = /handler: dist\/functions\/(\S+)\.main/.exec(line)?.[1] ?? owner;
    const route = /httpApi: ["']([^"']+)["']/.exec(line)?.[1];
    if (!route) continue;
    const { main } = require(path.join(root, `functions/${owner}/${owner}.function`));
    if (!main.routes.includes(route)) astray.push(`${owner} ${route}`);
  }
  expect(astray).toEqual([]);
});
