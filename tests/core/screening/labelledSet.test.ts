import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { buildFeatures } from '#core/screening/features';
import { createRanking } from '#core/screening/ranking';
import { screeningMetrics } from '#core/screening/screeningMetrics';
import { simulateScreening } from '#core/screening/simulation';
import { describeShared, sharedFile } from '../../support/shared.js';

/** Some thousand retrainings on a machine that others use too. */
const PATIENCE = 300_000;

interface LabelledRow {
  record_id: string;
  title: string;
  abstract: string;
  label_included: string;
}

describeShared('screening', 'ranking of a set that people have labelled', () => {
  // csv-parse gives what the header of the reference file names.
  const rows = parse(sharedFile('screening/Kitchenham_2010.csv.gz'), { columns: true, bom: true }) as LabelledRow[];
  const questions = JSON.parse(sharedFile('screening/questions.json')) as Record<string, string>;
  const priors = JSON.parse(sharedFile('screening/priors.json')) as Record<string, Record<string, [string, string]>>;
  const isRelevant = rows.map(({ label_included }) => label_included === '1');
  const features = buildFeatures(rows, questions.Kitchenham_2010 ?? '', 1);

  function lossFrom(known: readonly number[]): number {
    const { order } = simulateScreening(createRanking(features, 1), isRelevant, known, () => 0);
    const ranks = order.flatMap((record, index) => (isRelevant[record] ? [index + 1] : []));
    const metrics = screeningMetrics(order.length, ranks);
    if (!metrics.estimable) throw new Error(metrics.because);
    return metrics.value.loss;
  }

  it(
    'finds the relevant sooner than ASReview ELAS u4, from the question alone',
    () => {
      expect(lossFrom([])).toBeLessThan(0.0935);
    },
    PATIENCE,
  );

  it(
    'finds the relevant sooner than ASReview ELAS u4, from two known records',
    () => {
      const known = priors.Kitchenham_2010?.['0'] ?? [];
      expect(lossFrom(known.map(id => rows.findIndex(({ record_id }) => record_id === String(id))))).toBeLessThan(
        0.0731,
      );
    },
    PATIENCE,
  );
});
