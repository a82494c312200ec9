import { z } from 'zod';
import type { Endpoint } from '#contract/endpoint';
import { PERSON_HEADER } from '#http/bind';

type Schema = Record<string, unknown>;

const PROBLEM = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  requestId: z.string(),
  fields: z.array(z.object({ pointer: z.string(), detail: z.string() })),
  facts: z.record(z.string(), z.unknown()),
});

/** The OpenAPI 3.1 document of all endpoints, printed from the very values that the server binds. */
export function describeApi(endpoints: Readonly<Record<string, Endpoint>>, publicUrl: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const [operationId, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describeOperation(operationId, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pooled',
      version: '1',
      description:
        'Sign in with POST /api/session: the cookie that comes back opens the rest. Every refusal is ' +
        'application/problem+json (RFC 9457).',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Problem: toSchema(PROBLEM, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'pooled.sid' } },
    },
  };
}

function describeOperation(operationId: string, endpoint: Endpoint): Schema {
  return {
    operationId,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2] ?? 'pooled'],
    security: endpoint.access === 'person' ? [{ session: [] }] : [],
    parameters: [
      ...describeParameters(endpoint.params, 'path'),
      ...describeParameters(endpoint.query, 'query'),
      ...(endpoint.access === 'person' && endpoint.method !== 'GET' ? [PERSON_PARAMETER] : []),
    ],
    ...describeBody(endpoint),
    responses: {
      [String(endpoint.status)]: { description: 'Done', ...describeReply(endpoint) },
      default: {
        description: 'Why not',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const PERSON_PARAMETER: Schema = {
  name: PERSON_HEADER,
  in: 'header',
  required: false,
  description: 'The id of the person whose deed this is: it is refused with 409 when somebody else is signed in.',
  schema: { type: 'string', format: 'uuid' },
};

function describeBody(endpoint: Endpoint): Schema {
  if (endpoint.bodyKind === 'file') {
    return { requestBody: { required: true, content: { 'application/octet-stream': {} } } };
  }
  if (!endpoint.body) return {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: toSchema(endpoint.body, 'input') } } },
  };
}

function describeReply(endpoint: Endpoint): Schema {
  if (endpoint.replyKind === 'file') return { content: { '*/*': {} } };
  return endpoint.reply ? { content: { 'application/json': { schema: toSchema(endpoint.reply, 'output') } } } : {};
}

function describeParameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Schema[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toSchema(schema, 'input') as {
    properties?: Record<string, Schema>;
    required?: string[];
  }; // the shape of every object's JSON Schema
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function toSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
