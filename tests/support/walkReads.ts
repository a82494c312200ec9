import { z } from 'zod';
import { APPRAISAL_FIGURES } from '#contract/appraisalPlots';
import { CREDIT_FILES } from '#contract/credit';
import type { Endpoint } from '#contract/endpoint';
import { ENDPOINTS } from '#contract/endpoints';
import { REPORT_FILES } from '#contract/manuscript';
import { RECORD_BOXES } from '#contract/records';
import { EXPORTS } from '#contract/reporting';
import { EXTRACTION_TABLES } from '#core/extraction/vocabulary';
import { CHOICES, PAIR_STATES, STAGES, VERDICTS } from '#core/vocabulary';
import { type BodySchema, sampleBody } from './sampleBody.ts';
import { statementsOf } from './statements.ts';
import type { Somebody } from './world.ts';

/** Ids of one world by the name of the parameter that they fill. */
export type Places = Readonly<Record<string, readonly string[]>>;

/** Queries that show more, or other things, than none. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  listMyQueue: [...['all', 'undecided', ...CHOICES].map(show => `?show=${show}`), '?show=all&text=remedy'],
  listRecords: [
    ...['', '?text=remedy', '?source=PubMed', '?limit=1', ...RECORD_BOXES.map(box => `?box=${box}`)],
    ...[...VERDICTS.map(verdict => `?verdict=${verdict}`), ...CHOICES.map(choice => `?mine=${choice}`)],
    ...['?text=title:remedy*&sort=match', '?missing=abstract', '?text=NOT%20remedy', '?sort=newest'],
  ],
  countRecords: ['', '?text=remedy', ...VERDICTS.map(verdict => `?verdict=${verdict}`)],
  listReports: ['all', 'to-find', 'included', 'excluded', 'not-retrieved'].map(show => `?show=${show}`),
  listConflicts: ['open', 'settled'].map(show => `?show=${show}`),
  listPairs: PAIR_STATES.map(state => `?state=${state}`),
  getFlowFigure: ['?links=yes', '?links=no'],
  getAppraisalFigure: ['rob2', 'quadas-2'].map(tool => `?tool=${tool}${tool === 'rob2' ? '&variant=assignment' : ''}`),
  exportRobvis: ['?tool=rob2&variant=assignment', '?tool=quadas-2'],
  listNotifications: ['', '?show=unread', '?topic=work'],
  listOpenings: ['?state=open', '?state=closed'],
  previewProfile: ['?by=stranger', '?by=lead', '?by=team'],
};

/** What fills a parameter where no id of the world does. */
export const KNOWN: Places = {
  stage: STAGES,
  table: EXTRACTION_TABLES,
  file: EXPORTS,
  figure: APPRAISAL_FIGURES,
  version: ['1'],
  findingsFile: ['summary-of-findings.csv', 'evidence-profile.html'],
  protocolFile: ['protocol.md', 'prospero.csv'],
  snapshotId: ['00000000-0000-7000-8000-000000000000'],
  reportFile: REPORT_FILES.filter(file => !file.endsWith('.docx')),
  token: ['x'.repeat(32)],
  fullTextId: ['00000000-0000-4000-8000-000000000000'],
  practiceSetId: ['00000000-0000-7000-8000-000000000000'],
  mentorshipId: ['00000000-0000-7000-8000-000000000000'],
  document: CREDIT_FILES,
  name: ['screening-keymap'],
  question: ['1.1'],
  domain: ['D1'],
  field: ['funding'],
  criterion: ['2'],
  item: ['wanted'],
  sentenceId: ['methods-screening'],
  code: ['no-such-code'],
  communityId: ['00000000-0000-7000-8000-000000000000'],
  exportId: ['00000000-0000-7000-8000-000000000000'],
  cohortId: ['00000000-0000-7000-8000-000000000000'],
};

/** Every address that can be read with these ids: each GET endpoint of the contract, each id, each query. */
export function readablePaths(places: Places, hasEveryQuery = false): readonly string[] {
  const known: Places = { ...KNOWN, ...places };
  return Object.entries(ENDPOINTS).flatMap(([name, endpoint]) => {
    if (endpoint.method !== 'GET') return [];
    const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(match => match[1] ?? '');
    const filled = names.reduce<readonly string[]>(
      (paths, parameter) => {
        const values = known[parameter];
        if (!values) throw new Error(`readablePaths: nothing is known for :${parameter} of ${name}`);
        return paths.flatMap(path => values.map(value => path.replace(`:${parameter}`, value)));
      },
      [endpoint.path],
    );
    const queries = [...(QUERIES[name] ?? ['']), ...(hasEveryQuery ? otherQueries(name, endpoint, known) : [])];
    return filled.flatMap(path => queries.map(query => path + query));
  });
}

/** A query for each parameter that none of the above has, as the schema has it: nothing that can be asked is left out. */
function otherQueries(name: string, { query }: Endpoint, places: Places): readonly string[] {
  if (!query) return [];
  const schema = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }) as BodySchema; // of an object
  const properties = schema.properties ?? {};
  const pair = (key: string, part: BodySchema | undefined) => {
    const of = { ...places, [key]: places[key] ?? places[`${key}Id`] ?? [] };
    return `${key}=${encodeURIComponent(String(sampleBody(part ?? {}, of, key)))}`;
  };
  const needed = (schema.required ?? []).map(key => pair(key, properties[key]));
  return Object.entries(properties)
    .filter(([key]) => !QUERIES[name]?.some(known => known.includes(`${key}=`)) && !schema.required?.includes(key))
    .map(([key, part]) => `?${[...needed, pair(key, part)].join('&')}`);
}

/** Asks for every address and gives the replies, told in words that don't depend on the world's own ids and hours. */
export async function walkReads(
  person: Somebody,
  places: Places,
  plain: Plain,
  tellsStatements = false,
): Promise<readonly string[]> {
  const replies: string[] = [];
  for (const path of readablePaths(places, tellsStatements)) {
    const [reply, statements] = await statementsOf(() => person.agent.get(path).buffer(true));
    replies.push(plain(tellReply(`GET ${path}`, reply)));
    if (tellsStatements) replies.push(...statements.map(one => plain(`  ${path} ${one}`)));
  }
  return replies;
}

/** Headers that go by the clock, by chance or by the connection, and so tell nothing. */
const PASSING_HEADERS = new Set(['date', 'x-request-id', 'set-cookie', 'connection', 'keep-alive']);

/** A reply in words: status, every header, and the whole of what it says. */
export function tellReply(
  asked: string,
  reply: { status: number; headers: Readonly<Record<string, unknown>>; text?: string; body: unknown },
): string {
  const headers = Object.entries(reply.headers)
    .filter(([name]) => !PASSING_HEADERS.has(name))
    // An ETag is the length and a digest of the body, and the body is told below.
    .map(([name, value]) => `${name}: ${name === 'etag' ? `${value}`.replace(/-[^"]+/, '-…') : value}`)
    .sort();
  return `${asked} → ${reply.status} [${headers.join(', ')}] ${reply.text ?? reply.body}`;
}

export type Plain = (text: string) => string;

const PASSING =
  /(?<=\/)[\w-]{32}(?![\w-])|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|\d{4}-\d{2}-\d{2}T[\d:.]+Z|\b\d{8}T\d{6}Z|[\w.+-]+@example\.org/g;

/** Replaces ids, fingerprints, instants and addresses by their kind, ids by the order in which they first appeared. */
export function createPlain(): Plain {
  const ids = new Map<string, string>();
  return text =>
    text.replace(PASSING, found => {
      if (found.includes('@')) return '<address>';
      if (found.includes('T') && found.endsWith('Z')) return '<time>';
      if (found.length === 64) return '<fingerprint>';
      if (found.length === 32) return '<token>';
      const name = ids.get(found) ?? `<id ${ids.size + 1}>`;
      ids.set(found, name);
      return name;
    });
}
