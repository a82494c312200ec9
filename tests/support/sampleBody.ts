import type { Places } from './walkReads.ts';

/** As much of a JSON Schema as the contract's bodies use. */
export interface BodySchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, BodySchema>>;
  readonly required?: readonly string[];
  readonly items?: BodySchema;
  readonly minItems?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly BodySchema[];
  readonly oneOf?: readonly BodySchema[];
  readonly allOf?: readonly BodySchema[];
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
}

/**
 * A body of the kind that the OpenAPI document asks for, made of the schema alone: every property, the first of each list
 * of words, and ids of things that are there, by the property's name. What the document can't say comes in by hand.
 */
export function sampleBody(schema: BodySchema, places: Places, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.[0];
  if (choice) return sampleBody(choice, places, name);
  if (schema.allOf?.[0]) return sampleBody(schema.allOf[0], places, name);
  const known = places[name.replace(/s$/, '')]?.[0];
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, part]) => [key, sampleBody(part, places, key)]),
      );
    case 'array':
      return sampleList(schema, places, name);
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return sampleNumber(schema);
    case 'null':
      return null;
    case 'string':
      return sampleText(schema, known);
    default:
      return {};
  }
}

/** As many as it takes, of ids as many different ones. */
function sampleList(schema: BodySchema, places: Places, name: string): unknown[] {
  const { items, minItems = 1 } = schema;
  if (!items) return [];
  const ids = items.format === 'uuid' ? (places[name.replace(/s$/, '')] ?? []) : [];
  if (minItems > 1 && ids.length >= minItems) return ids.slice(0, minItems);
  return Array.from({ length: Math.max(minItems, 1) }, () => sampleBody(items, places, name));
}

/** 1 where it may be, else what lies half-way. */
function sampleNumber(schema: BodySchema): number {
  const least = schema.minimum ?? schema.exclusiveMinimum ?? 0;
  const most = schema.maximum ?? schema.exclusiveMaximum ?? Number.POSITIVE_INFINITY;
  const isOneAllowed = least < 1 && most > 1;
  if (isOneAllowed || (schema.minimum === 1 && most >= 1) || (schema.maximum === 1 && least < 1)) return 1;
  return Number.isFinite(most) ? (least + most) / 2 : least + 1;
}

function sampleText(schema: BodySchema, known: string | undefined): string {
  if (schema.format === 'uuid') return known ?? '00000000-0000-7000-8000-000000000000';
  if (schema.format === 'date-time') return '2030-01-01T10:00:00Z';
  if (schema.format === 'date') return '2030-01-01';
  if (schema.format === 'email') return 'somebody@example.org';
  if (schema.format === 'uri') return 'https://example.org/';
  return known ?? 'Said'.padEnd(schema.minLength ?? 0, '.');
}
