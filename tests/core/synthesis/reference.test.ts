import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerCases } from '#scripts/commands/reference';
import { openReferenceFile } from '#scripts/commands/reference/referenceFile';
import { type CaseTolerance, differences } from '../../support/referenceComparison.ts';
import { describeShared, sharedFile, sharedFolder } from '../../support/shared.ts';
import { isKnown } from './knownDifferences.ts';

interface ExpectedCase {
  readonly id: string;
  readonly type: string;
  readonly tol: CaseTolerance;
  readonly results: unknown;
}

describeShared('meta', 'published meta-analyses, as an independent program computes them', () => {
  const names = readdirSync(sharedFolder('meta')).filter(name => name.endsWith('.json'));
  for (const name of names) {
    // The shape is checked by openReferenceFile below; only files of cases go further.
    const content = JSON.parse(sharedFile(`meta/${name}`)) as { schema?: string; cases?: ExpectedCase[] };
    if (content.schema !== 'meta-oracle/1' || !content.cases) continue;
    const cases = content.cases;
    describe(name.replace('.json', ''), () => {
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
                .filter(line => !isKnown(type, id, line))
                .map(line => `${id} ${line}`);
            });
          expect(wrong).toEqual([]);
        });
      }
    });
  }
});
