import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerCases } from '#scripts/commands/reference';
import { openReferenceFile } from '#scripts/commands/reference/referenceFile';
import { type CaseTolerance, differences } from '../../support/referenceComparison.ts';
import { describeShared, sharedFile, sharedFolder } from '../../support/shared.ts';
import { INDEPENDENT, isKnown } from './knownDifferences.ts';

interface ExpectedCase {
  readonly id: string;
  readonly type: string;
  readonly tol: CaseTolerance;
  readonly results: unknown;
}

/** Folders of reference cases, and what they hold. */
const FOLDERS = {
  meta: 'published meta-analyses, as an independent program computes them',
  'meta-more': 'further methods, from their definitions and published examples',
} as const;

for (const [folder, title] of Object.entries(FOLDERS)) {
  describeShared(folder, title, () => {
    const names = readdirSync(sharedFolder(folder)).filter(name => name.endsWith('.json'));
    for (const name of names) {
      // The shape is checked by openReferenceFile below; only files of cases go further.
      const content = JSON.parse(sharedFile(`${folder}/${name}`)) as { schema?: string; cases?: ExpectedCase[] };
      if (content.schema !== 'meta-oracle/1' || !content.cases) continue;
      describeCases(name.replace('.json', ''), content, content.cases);
    }
  });
}

function describeCases(name: string, content: object, cases: readonly ExpectedCase[]): void {
  describe(name, () => {
    const stripped = { ...content, cases: cases.map(({ results: _, ...rest }) => rest) };
    const file = openReferenceFile(JSON.stringify(stripped));
    for (const type of new Set(cases.map(one => one.type))) {
      it(`agrees in every ${type} case at the case's own tolerance`, () => {
        const answers = new Map(
          [...answerCases({ ...file, cases: file.cases.filter(one => one.type === type) })].map(one => [one.id, one]),
        );
        const wrong = cases
          .filter(one => one.type === type)
          .flatMap(({ id, results, tol }) => {
            const answer = answers.get(id);
            if (!answer || 'notSupported' in answer) return [`${id}: ${answer?.notSupported ?? 'no answer'}`];
            return differences(answer.results, results, tol)
              .filter(line => !isKnown(name, id, line))
              .map(line => `${id} ${line}`);
          });
        expect(wrong).toEqual([]);
      });
    }
    const doubted = Object.keys(INDEPENDENT).flatMap(place => (place.startsWith(`${name}/`) ? [place] : []));
    for (const place of doubted) {
      const id = place.slice(name.length + 1);
      it(`agrees with another computation where the reference is off: ${id}`, () => {
        const [answer] = answerCases({ ...file, cases: file.cases.filter(one => one.id === id) });
        const results = answer && 'results' in answer ? answer.results : {};
        const wanted = Object.entries(INDEPENDENT[place] ?? {});
        const wrong = wanted.flatMap(([path, value]) => {
          const [line] = differences(at(results, path), value, { rel: 2e-4, abs: 1e-6 });
          return line ? [`${path}${line}`] : [];
        });
        expect(wrong).toEqual([]);
      });
    }
  });
}

/** The value at `key` or `key[place]`. */
function at(results: unknown, path: string): unknown {
  const [key = '', place] = path.split(/[[\]]/);
  const value = (results as Record<string, unknown>)[key]; // an adapter's results are a JSON object
  return place === undefined || !Array.isArray(value) ? value : value[Number(place)];
}
