import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { MatchPerson } from '#core/matching/matchable';
import { rankByTopic } from '#core/matching/rankByTopic';
import { journalAccuracy, journalIndex } from '#core/matching/rankJournals';
import { topicIndex } from '#core/matching/topicSimilarity';
import type { TopicDocument } from '#core/matching/topicSpace';

/**
 * Measures the matching on the labelled sets of a folder: gold-standard loss, authorship, expertise, journals.
 *
 *   node dist/scripts/bench/matching.js FOLDER
 */
interface GoldPerson {
  readonly participant: string;
  readonly profiles: readonly (readonly string[])[];
  readonly ratings: Readonly<Record<string, number>>;
}

interface BioRecord {
  readonly pmid: string;
  readonly title: string;
  readonly abstract: string;
  readonly mesh: readonly string[];
  readonly authors: readonly string[];
}

interface BioQuery {
  readonly task: 'authorship' | 'expertise';
  readonly query: string;
  readonly relevant: readonly string[];
  readonly exclude?: readonly string[];
}

const [folder = '.'] = process.argv.slice(2);

function read<T>(name: string): T[] {
  const bytes = readFileSync(join(folder, name));
  const lines = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter(Boolean);
  return lines.map(line => JSON.parse(line) as T); // the shapes are those of the folder's README
}

/** Cost of the pairs in the wrong order (half for ties) as a share of all, pooled over people and averaged over samples. */
function goldStandardLoss(): number {
  const papers = new Map(read<TopicDocument>('goldstandard_papers.jsonl.gz').map(paper => [paper.id, paper]));
  const index = topicIndex([...papers.values()]);
  let sum = 0;
  const gold = read<GoldPerson>('goldstandard.jsonl');
  for (let sample = 0; sample < 10; sample++) {
    let cost = 0;
    let total = 0;
    for (const { participant, profiles, ratings } of gold) {
      const publications = (profiles[sample] ?? []).flatMap(id => papers.get(id) ?? []);
      const rank = rankByTopic(index, [{ personId: participant, publications }]);
      const rated = Object.entries(ratings).map(([id, rating]) => {
        const paper = papers.get(id);
        return { rating, score: paper ? (rank({ ...paper, openingId: id })[0]?.score ?? 0) : 0 };
      });
      for (const [i, one] of rated.entries()) {
        for (const other of rated.slice(0, i)) {
          const difference = one.rating - other.rating;
          const order = Math.sign(one.score - other.score) * Math.sign(difference);
          total += Math.abs(difference);
          cost += (Math.abs(difference) * (1 - order)) / 2;
        }
      }
    }
    sum += cost / total / 10;
  }
  return sum;
}

function gainAtTen(found: readonly boolean[], relevant: number): number {
  const gain = (place: number) => 1 / Math.log2(place + 2);
  let ideal = 0;
  for (let place = 0; place < Math.min(10, relevant); place++) ideal += gain(place);
  return found.slice(0, 10).reduce((sum, isFound, place) => sum + (isFound ? gain(place) : 0), 0) / ideal;
}

function averagePrecision(found: readonly boolean[], relevant: number): number {
  let hits = 0;
  let sum = 0;
  found.forEach((isFound, place) => {
    if (isFound) sum += ++hits / (place + 1);
  });
  return sum / relevant;
}

function biomedicalAuthors(): { authorship: number; expertise: number; milliseconds: number } {
  const records = read<BioRecord>('bio_docs.jsonl.gz');
  const documents = new Map(
    records.map(record => [record.pmid, { ...record, id: record.pmid, meshHeadings: record.mesh }]),
  );
  const index = topicIndex([...documents.values()]);
  const papers = new Map<string, TopicDocument[]>();
  for (const record of records) {
    const document = documents.get(record.pmid);
    for (const author of new Set(record.authors))
      if (document) papers.set(author, [...(papers.get(author) ?? []), document]);
  }
  const people: MatchPerson[] = [...papers]
    .filter(([, own]) => own.length >= 3)
    .map(([personId, publications]) => ({ personId, publications }));
  const rank = rankByTopic(index, people);
  const scores = { authorship: [] as number[], expertise: [] as number[] };
  const queries = read<BioQuery>('bio_queries.jsonl');
  const start = performance.now();
  for (const { task, query, relevant, exclude = [] } of queries) {
    const document = documents.get(query);
    if (!document) continue;
    const ranked = rank({ ...document, openingId: query }, people.length, false).filter(
      ({ personId }) => !exclude.includes(personId),
    );
    const found = ranked.map(({ personId }) => relevant.includes(personId));
    scores[task].push((task === 'authorship' ? gainAtTen : averagePrecision)(found, relevant.length));
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    authorship: mean(scores.authorship),
    expertise: mean(scores.expertise),
    milliseconds: (performance.now() - start) / queries.length,
  };
}

console.log(`gold-standard loss ${goldStandardLoss().toFixed(4)}`);
const bio = biomedicalAuthors();
console.log(
  `authorship nDCG@10 ${bio.authorship.toFixed(4)}, expertise MAP ${bio.expertise.toFixed(4)}, ${bio.milliseconds.toFixed(0)} ms a query`,
);
const journals = journalAccuracy(journalIndex(read('journal.jsonl.gz')));
console.log(`journal in the top ten ${journals?.top10.toFixed(4)}, mean reciprocal rank ${journals?.mrr.toFixed(4)}`);
