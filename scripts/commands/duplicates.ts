import { z } from 'zod';
import {
  type DoubtfulPair,
  type FoundDuplicates,
  findDuplicatesInSteps,
  type MergedPair,
} from '#core/duplicates/findDuplicates';
import { Problem } from '#core/problem';
import type { Command, CommandIo } from '#scripts/command';
import { readBibliographicRecords, recordLine } from '#scripts/commands/duplicates/readBibliographicRecords';

const reason = z.object({
  word: z.string(),
  sentence: z.string(),
  field: z.string().nullable(),
  speaks: z.enum(['for', 'against', 'neither']),
});
const clusterLine = z.object({ recordId: z.string(), clusterId: z.string() });
const pairLine = z.object({
  pair: z.tuple([z.string(), z.string()]),
  verdict: z.enum(['same', 'doubtful']),
  probability: z.number().min(0).max(1),
  decidedBy: z.enum(['rules', 'person']).nullable(),
  differs: z.array(z.string()),
  reasons: z.array(reason),
});

const HELP = `pooled duplicates FILE [--pairs]

Finds the records that are the same report. FILE is CSV (record_id, title, authors joined by "; ", year, journal, volume,
issue, pages, doi, pmid, abstract, source) or NDJSON as "pooled records" prints it, gzipped or not; "-" reads standard input.

Prints {recordId, clusterId} for every record; records of one cluster are duplicates, and clusterId is the id of the fullest
of them. With --pairs it then prints why each pair was joined, and the doubtful pairs that a person should look at.

Example: pooled records search.nbib | pooled duplicates - --pairs > clusters.ndjson`;

const PROGRESS_EVERY = 20_000;

/** Runs the steps; in a terminal, says now and then how far they have come. */
function find(records: Parameters<typeof findDuplicatesInSteps>[0], io: CommandIo): FoundDuplicates {
  const steps = findDuplicatesInSteps(records);
  let told = 0;
  let step = steps.next();
  while (!step.done) {
    const { stage, done, total } = step.value;
    if (process.stderr.isTTY && done >= told + PROGRESS_EVERY) {
      io.say(`${stage}: ${done}${total === null ? '' : ` of ${total}`}`);
      told = done;
    }
    if (done < told) told = done;
    step = steps.next();
  }
  return step.value;
}

const joinedLine = (pair: MergedPair): z.infer<typeof pairLine> => ({
  pair: [pair.a, pair.b],
  verdict: 'same',
  probability: pair.probability,
  decidedBy: pair.decidedBy,
  differs: pair.reasons.flatMap(({ speaks, field }) => (speaks === 'against' && field !== null ? [field] : [])),
  reasons: [...pair.reasons],
});
const doubtfulLine = (pair: DoubtfulPair): z.infer<typeof pairLine> => ({
  pair: [pair.a, pair.b],
  verdict: 'doubtful',
  probability: pair.probability,
  decidedBy: null,
  differs: [...pair.differs],
  reasons: [...pair.reasons],
});

export const command: Command = {
  summary: 'finds the records that are the same report',
  help: HELP,
  schema: () => ({
    input: z.toJSONSchema(recordLine, { unrepresentable: 'any' }),
    output: z.toJSONSchema(z.union([clusterLine, pairLine])),
  }),
  run: async (args, io) => {
    const unknown = args.find(arg => arg.startsWith('--') && arg !== '--pairs' && arg !== '--json');
    if (unknown) throw new Problem('invalid', `duplicates knows no ${unknown}; see pooled duplicates --help.`);
    const files = args.filter(arg => !arg.startsWith('--'));
    const [file] = files;
    if (file === undefined || files.length > 1)
      throw new Problem(
        'invalid',
        'duplicates reads one FILE (or - for standard input); see pooled duplicates --help.',
      );
    const { records, skipped } = await readBibliographicRecords(file, io.stdin);
    const place = file === '-' ? 'standard input' : file;
    for (const { line, because } of skipped) io.say(`${place}, line ${line}: skipped, for ${because}.`);
    if (records.length === 0) throw new Problem('invalid', `There are no records in ${place}.`);
    const found = find(records, io);
    const clusterOf = new Map(
      found.clusters.flatMap(({ recordIds, primaryRecordId }) => recordIds.map(id => [id, primaryRecordId] as const)),
    );
    for (const { recordId } of records)
      await io.print(JSON.stringify({ recordId, clusterId: clusterOf.get(recordId) ?? recordId }));
    if (args.includes('--pairs')) {
      for (const { pairs } of found.clusters)
        for (const pair of pairs) await io.print(JSON.stringify(joinedLine(pair)));
      for (const pair of found.doubtful) await io.print(JSON.stringify(doubtfulLine(pair)));
    }
    const extra = found.clusters.reduce((sum, { recordIds }) => sum + recordIds.length - 1, 0);
    io.say(
      `${records.length} records, ${extra} of them duplicates in ${found.clusters.length} clusters; ${found.doubtful.length} doubtful pairs to look at.`,
    );
    return skipped.length > 0 ? 1 : 0;
  },
};
