import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { access } from '#shared/access';
import type { Route } from '#shared/api';
import { api } from '#shared/api';
import { refusals } from '#shared/refusals';
import { root } from './folders';
import { say } from './say';

/** `npm run openapi`: writes docs/openapi.json from the contract. A house test compares the two. */
export function openapi() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of Object.keys(api) as Route[]) {
    const [method = '', at = ''] = route.split(' ');
    paths[at] = { ...paths[at], [method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '志愿云 API',
      version: '1.0.0',
      description:
        'Made from shared/api.ts by `npm run openapi`. Times are milliseconds since 1970 UTC, days are of Asia/Shanghai, ' +
        'coordinates are GCJ-02. Unknown keys of a request are refused; answers may grow.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: { Refusal: refusalSchema() },
      responses: {
        Refused: {
          description: 'Refused, or a fault. `code` says why; `message` is what the phone shows.',
          content: jsonOf({ $ref: '#/components/schemas/Refusal' }),
        },
      },
    },
  };
}

type Schema = Record<string, unknown>;
type ObjectSchema = Schema & { properties?: Record<string, Schema>; required?: string[] };

const jsonOf = (schema: Schema) => ({ 'application/json': { schema } });

/** The request is split as `functions/platform/input.ts` joins it: path, then query or body. */
function operationOf(route: Route) {
  const [method = '', at = ''] = route.split(' ');
  const { request, response } = api[route];
  const whole = schemaOf(request, 'input') as ObjectSchema;
  const inPath = [...at.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const rest = Object.keys(whole.properties ?? {}).filter((name) => !inPath.includes(name));
  const inQuery = method === 'GET' || method === 'DELETE' ? rest : [];
  const parameters = [
    ...inPath.map((name) => parameterOf(whole, name, 'path')),
    ...inQuery.map((name) => parameterOf(whole, name, 'query')),
  ];
  const hasBody = inQuery.length === 0 && rest.length > 0;
  const who = access[route];
  return {
    operationId: operationIdOf(method, at),
    tags: [at.split('/')[1] ?? ''],
    security: who === 'anyone' ? [{}, { session: [] }] : [{ session: [] }],
    ...(typeof who !== 'string' && { 'x-roles': who }),
    ...(parameters.length > 0 && { parameters }),
    ...(hasBody && { requestBody: { required: true, content: jsonOf(without(whole, inPath)) } }),
    responses: {
      200: { description: 'Done', content: jsonOf(schemaOf(response, 'output')) },
      default: { $ref: '#/components/responses/Refused' },
    },
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const written = z.toJSONSchema(schema, {
    io,
    // Answers may grow: nobody may rely on what is not there.
    override: ({ jsonSchema }) => {
      if (io === 'output' && jsonSchema.additionalProperties === false) {
        delete jsonSchema.additionalProperties;
      }
    },
  });
  const { $schema: _, '~standard': __, ...plain } = written as Schema;
  return plain;
}

function parameterOf(whole: ObjectSchema, name: string, where: 'path' | 'query') {
  const required = where === 'path' || (whole.required ?? []).includes(name);
  return { name, in: where, required, schema: whole.properties?.[name] ?? {} };
}

function without(whole: ObjectSchema, names: string[]): Schema {
  const left = <T>(entries: [string, T][]) => entries.filter(([name]) => !names.includes(name));
  const required = (whole.required ?? []).filter((name) => !names.includes(name));
  return {
    ...whole,
    properties: Object.fromEntries(left(Object.entries(whole.properties ?? {}))),
    required,
  };
}

/** `POST /shifts/{shiftId}/gates` → `postShiftsByShiftIdGates` */
function operationIdOf(method: string, at: string): string {
  const words = at
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[/-]/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return method.toLowerCase() + words.join('');
}

function refusalSchema(): Schema {
  return {
    type: 'object',
    required: ['code', 'message', 'requestId'],
    properties: {
      code: { type: 'string', enum: Object.keys(refusals) },
      message: { type: 'string' },
      requestId: { type: 'string' },
    },
    /** Status and sentence of each code, in order of precedence. */
    'x-refusals': refusals,
  };
}

if (require.main === module) {
  const file = path.join(root, 'docs/openapi.json');
  writeFileSync(file, `${JSON.stringify(openapi(), null, 2)}\n`);
  say(`docs/openapi.json: ${Object.keys(api).length} routes`);
}
