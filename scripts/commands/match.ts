import { parseArgs } from 'node:util';
import { z } from 'zod';
import { documentOf, documentsOf } from '#core/matching/matchable';
import { rankByTopic } from '#core/matching/rankByTopic';
import { candidateRanker } from '#core/matching/suggest';
import { topicIndex } from '#core/matching/topicSimilarity';
import { Problem } from '#core/problem';
import type { Command, CommandIo, ExitCode } from '#scripts/command';
import { readMeshTree } from '#scripts/commands/matching/meshTreeFile';
import { readNdjson } from '#scripts/commands/matching/readNdjson';

const text = z.string().nullish();
const words = z
  .array(z.string())
  .nullish()
  .transform(list => list ?? undefined);

const Document = z.object({ id: z.string(), title: z.string(), abstract: text, meshHeadings: words });
const Person = z.object({
  personId: z.string(),
  interests: text,
  publications: z
    .array(Document)
    .nullish()
    .transform(list => list ?? undefined),
  skills: words,
  roles: words,
  hoursPerWeek: z.number().min(0).max(168).nullish(),
  timeZone: text,
  languages: words,
});
const Opening = z.object({
  openingId: z.string(),
  title: z.string(),
  abstract: text,
  meshHeadings: words,
  requiredSkills: words,
  role: text,
  hoursPerWeek: z.number().min(0).max(168).nullish(),
  timeZone: text,
  languages: words,
});
const Match = z.object({
  personId: z.string(),
  openingId: z.string(),
  score: z.number(),
  percent: z.number().nullable(),
  reasons: z.array(z.object({ kind: z.string(), term: z.string(), weight: z.number() })),
  excludedBecause: z.string().optional(),
});

const OPTIONS = {
  by: { type: 'string', default: 'all' },
  corpus: { type: 'string' },
  mesh: { type: 'string' },
  top: { type: 'string' },
} as const;

interface Asked {
  readonly people: string;
  readonly openings: string;
  readonly byTopic: boolean;
  readonly corpus: string | undefined;
  readonly mesh: string | undefined;
  readonly top: number;
}

function parse(args: readonly string[]): Asked {
  const { values, positionals } = (() => {
    try {
      return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    } catch (error) {
      throw new Problem('invalid', error instanceof Error ? error.message : 'the arguments cannot be read');
    }
  })();
  const [people, openings, ...more] = positionals;
  if (!people || !openings || more.length > 0) throw new Problem('invalid', 'name two files: people and openings.');
  if (people === '-' && openings === '-') throw new Problem('invalid', 'only one of the files can be standard input.');
  if (values.by !== 'all' && values.by !== 'topic') throw new Problem('invalid', '--by is "all" or "topic".');
  const top = values.top === undefined ? Number.POSITIVE_INFINITY : Number(values.top);
  if (!(top >= 1)) throw new Problem('invalid', '--top is a whole number from 1.');
  return { people, openings, byTopic: values.by === 'topic', corpus: values.corpus, mesh: values.mesh, top };
}

/** Prints in parcels: a call of the stream for each of a million lines would cost more than the matching. */
async function printLines(lines: readonly string[], io: CommandIo): Promise<void> {
  for (let from = 0; from < lines.length; from += 500) await io.print(lines.slice(from, from + 500).join('\n'));
}

export const command: Command = {
  summary: 'people for openings, with reasons',
  help: `pooled match PEOPLE OPENINGS [--by all|topic] [--corpus FILE] [--mesh FILE] [--top N]

Ranks people for each opening. PEOPLE and OPENINGS are NDJSON (.gz too; - reads standard input); each line printed is
{personId, openingId, score, percent, reasons: [{kind, term, weight}]}, best first for each opening. The weights sum to the score.
With --by topic nothing but texts and MeSH headings counts, and only topic.
  --corpus FILE  more texts, {id, title, abstract, meshHeadings?}, that tell rare words from common ones
  --mesh FILE    MeSH descriptors (tab-separated: name, tree_numbers), so that kindred headings count
  --top N        only the best N people for each opening

  pooled match people.ndjson openings.ndjson --by topic --top 5`,
  schema: () => ({
    person: z.toJSONSchema(Person, { io: 'input' }),
    opening: z.toJSONSchema(Opening, { io: 'input' }),
    output: z.toJSONSchema(Match),
  }),
  run: async (args, io): Promise<ExitCode> => {
    const asked = parse(args);
    const people = await readNdjson(asked.people, Person, io);
    const openings = await readNdjson(asked.openings, Opening, io);
    const corpus = asked.corpus ? await readNdjson(asked.corpus, Document, io) : { rows: [], skipped: 0 };
    const texts = [...corpus.rows, ...openings.rows.map(documentOf), ...people.rows.flatMap(documentsOf)];
    const index = topicIndex(texts, { meshTree: asked.mesh ? await readMeshTree(asked.mesh) : null });
    const rank = asked.byTopic ? rankByTopic(index, people.rows) : candidateRanker(index, people.rows);
    for (const opening of openings.rows) {
      const lines = rank(opening, asked.top)
        .slice(0, asked.top)
        .map(({ personId, score, percent, reasons, ...more }) =>
          JSON.stringify({
            personId,
            openingId: opening.openingId,
            score,
            percent,
            reasons: reasons.map(({ kind, term, weight }) => ({ kind, term, weight })),
            ...('excludedBecause' in more ? { excludedBecause: more.excludedBecause } : {}),
          }),
        );
      await printLines(lines, io);
    }
    const skipped = people.skipped + openings.skipped + corpus.skipped;
    return skipped > 0 ? 1 : 0;
  },
};
