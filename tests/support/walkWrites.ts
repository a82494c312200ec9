import type { Test } from 'supertest';
import type { EntityMetadata } from 'typeorm';
import { ENDPOINTS } from '#contract/endpoints';
import { describeApi } from '#http/openapi';
import { madePdf } from './madePdf.ts';
import { type BodySchema, sampleBody } from './sampleBody.ts';
import { statementsOf } from './statements.ts';
import { KNOWN, type Places, type Plain, tellReply } from './walkReads.ts';
import type { Somebody, World } from './world.ts';

/** One thing that can be asked: an endpoint of the OpenAPI document with an address and a body filled in. */
export interface Ask {
  readonly name: string;
  readonly method: 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly body: unknown;
  readonly isFile: boolean;
}

/** Endpoints that change something and yet are not asked in both worlds, each with the reason. */
export const NOT_ASKED: Readonly<Record<string, string>> = {
  signOut: 'She would not be who asks any more; what it does to her session no review is part of.',
  signIn: 'It opens another session, and counts tries against a limit that is the same for all.',
  signUp: 'It makes another account and goes on as that person.',
  askPasswordReset: 'It answers the same for every address there is or isn’t, before any review is looked at.',
  fillDemo: 'It fills an installation that has nobody in it, and theirs have somebody.',
};

const NOTHING = '00000000-0000-7000-8000-000000000000';

/** What the schema alone cannot say: bodies that reach as deep as a page of Pooled would. */
const bodiesByHand = (places: Places): Readonly<Record<string, unknown>> => ({
  exportRecords: { format: 'ris', selection: { filters: { mine: 'include' } } },
  labelSelection: { selection: { filters: { mine: 'include' } }, isOn: true },
  keepFilter: { name: 'Mine', asked: { mine: 'include' } },
  editRecord: { fields: { issue: '7' } },
  saveArmResult: { events: 3, total: 10 },
  saveStudyResult: { estimate: 1, lower: 0.5, upper: 2, isRatio: true },
  saveStudyCounts: { counts: { kind: 'proportion', numbers: { events: 3, total: 10 } } },
  saveAnswer: { answer: 'Y' },
  drawFigure: { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>' },
  readFlowFile: { text: 'data,n\nrecords_screened,4' },
  publishReview: { doi: '10.5555/invented' },
  claimPmids: { pmids: '12345' },
  tryAllocation: {},
  settleCohort: {},
  saveAnalysis: { name: 'Mine', outcomeId: places.outcomeId?.[0], specification: { measure: 'RR' } },
  updateAnalysis: { name: 'Main', outcomeId: places.outcomeId?.[0], specification: { measure: 'RR' } },
  analyseTable: { measure: 'RR', data: [{ study: 'A', events1: 1, total1: 9, events2: 2, total2: 9 }] },
  planEvent: { title: 'Said', startsAt: '2030-01-01T10:00:00Z' },
  changeEvent: { title: 'Said', startsAt: '2030-01-01T10:00:00Z' },
});

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: BodySchema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: BodySchema }>> };
}

/** Everything that the OpenAPI document offers and that changes something, removals last, with each id that is there. */
export function everyWrite(places: Places): readonly Ask[] {
  const { paths } = describeApi(ENDPOINTS, '') as { paths: Record<string, Record<string, Operation>> }; // as printed
  const asks = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => {
      if (method === 'get' || NOT_ASKED[operation.operationId]) return [];
      return pathsOf(path, operation, places).map(filled => ({
        name: operation.operationId,
        method: method as Ask['method'], // GET alone is left out above
        path: filled,
        body: bodyOf(operation, places),
        isFile: operation.requestBody?.content['application/octet-stream'] !== undefined,
      }));
    }),
  );
  return [...asks.filter(ask => ask.method !== 'delete'), ...asks.filter(ask => ask.method === 'delete')];
}

function pathsOf(path: string, operation: Operation, places: Places): readonly string[] {
  const query = operation.parameters.filter(one => one.in === 'query');
  const asked = query.map(one => `${one.name}=${encodeURIComponent(String(queryValue(one, places)))}`).join('&');
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '');
  return names
    .reduce<readonly string[]>(
      (paths, name) => {
        const values = places[name] ?? KNOWN[name];
        if (!values) throw new Error(`everyWrite: nothing is known for {${name}} of ${operation.operationId}`);
        return paths.flatMap(one => values.map(value => one.replace(`{${name}}`, value)));
      },
      [path],
    )
    .map(filled => (asked ? `${filled}?${asked}` : filled));
}

function queryValue({ name, schema }: { name: string; schema: BodySchema }, places: Places): unknown {
  if (name === 'fileName') return 'report.pdf';
  return sampleBody(schema, places, name);
}

function bodyOf(operation: Operation, places: Places): unknown {
  const byHand = bodiesByHand(places)[operation.operationId];
  if (byHand) return byHand;
  const schema = operation.requestBody?.content['application/json']?.schema;
  return schema ? sampleBody(schema, places) : undefined;
}

/**
 * Ids of this world for every parameter that is the key of a table: the first and the last that there is. A new table and
 * its endpoints are found by themselves.
 */
export async function placesIn({ database }: World, given: Places): Promise<Places> {
  const found: Record<string, readonly string[]> = {};
  const keysOf = (entity: EntityMetadata) =>
    entity.primaryColumns.filter(({ propertyName }) => propertyName.endsWith('Id') && propertyName !== 'reviewId');
  // Tables with one key of their own first: in the others it is borrowed.
  const entities = database.entityMetadatas.toSorted((a, b) => keysOf(a).length - keysOf(b).length);
  for (const entity of entities) {
    for (const { propertyName, databaseName } of keysOf(entity)) {
      if (found[propertyName]) continue;
      const id = `"${databaseName}"`;
      const rows: { id: string }[] = await database.query(
        `(select ${id} as id from "${entity.tableName}" order by ${id} limit 1)
         union (select ${id} from "${entity.tableName}" order by ${id} desc limit 1) order by id`,
      );
      found[propertyName] = rows.length > 0 ? rows.map(row => row.id) : [NOTHING];
    }
  }
  const known = Object.fromEntries(Object.entries(given).filter(([, ids]) => ids.length > 0));
  return { ...found, ...known };
}

/** Asks for each, and tells every reply: status, headers, text, and what it asked of the database and got from it. */
export async function walkWrites(person: Somebody, asks: readonly Ask[], plain: Plain): Promise<readonly string[]> {
  const told: string[] = [];
  for (const ask of asks) {
    const [reply, statements] = await statementsOf(() => send(person, ask));
    told.push(plain(tellReply(`${ask.name}: ${ask.method} ${ask.path}`, reply)));
    told.push(...statements.map(one => plain(`  ${ask.name} ${one}`)));
  }
  return told;
}

function send(person: Somebody, ask: Ask): Test {
  const request = person.agent[ask.method](ask.path).buffer(true);
  if (!ask.isFile) return request.send(ask.body as object); // what the schema of the body made
  return request.set('Content-Type', 'application/octet-stream').send(madePdf([['A report that Ann brought']]));
}
