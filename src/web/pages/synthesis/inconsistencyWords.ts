import { decimalText, pText } from '#core/reporting/numbers';
import type { DesignByTreatment } from '#core/synthesis/network/designs';
import type { LoopInconsistency } from '#core/synthesis/network/loopInconsistency';
import type { QTest } from '#core/synthesis/network/networkFit';
import type { NumberOfNote } from './fourNumbers.ts';
import { varianceText } from './resultNumbers.ts';

const DISAGREES = 0.05;

function testNumber(name: string, { q, df, p }: QTest, sentences: readonly [agrees: string, disagrees: string]) {
  if (df === 0)
    return { name, value: 'Not testable', beside: '', sentence: 'There is no loop in which designs could disagree.' };
  return {
    name,
    value: pText(p),
    beside: `Q ${decimalText(q, 1)}, df ${df}`,
    sentence: sentences[p < DISAGREES ? 1 : 0],
  };
}

/** "acarbose, metformin, placebo": the treatments that studies of one design compare. */
function designName(design: string): string {
  return design.split(':').join(', ');
}

/** The design-by-treatment test, each number with its line. A design: all studies that compare the same set of treatments. */
export function designNumbers(test: DesignByTreatment, tauSquared: number): readonly NumberOfNote[] {
  const whole = test.fixed.q;
  const [first] = [...test.detached].sort((a, b) => a.q - b.q);
  return [
    testNumber('Designs disagree, with scatter', test.random, [
      'Studies of different sets of treatments agree within chance, once ordinary scatter is allowed for.',
      'Studies of different sets of treatments disagree beyond ordinary scatter: don’t trust the network as one.',
    ]),
    testNumber('Designs disagree, fixed', test.fixed, [
      'Also without allowing for scatter, designs agree within chance.',
      'Without allowing for scatter designs disagree; with scatter that may be ordinary: see the test beside.',
    ]),
    {
      name: 'τ² within designs',
      value: varianceText(test.tauSquaredWithin),
      beside: `network ${varianceText(tauSquared)}`,
      sentence: 'Scatter among studies of the same design. Much less than the network’s: designs are what differs.',
    },
    first && whole > 0
      ? {
          name: 'Design that strains most',
          value: `Q ${decimalText(first.q, 1)} without it`,
          beside: `of ${decimalText(whole, 1)}`,
          sentence: `Studies of ${designName(first.design)}: without them the other designs agree best. A place to look, no reason to leave out.`,
        }
      : {
          name: 'Design that strains most',
          value: 'None',
          beside: '',
          sentence: 'No design can be taken out without parting the network.',
        },
  ];
}

/** How many loops don't close, next to how many wouldn't by chance alone. */
export function loopWords(loops: readonly LoopInconsistency[]): string {
  const open = loops.filter(({ p }) => p < DISAGREES).length;
  const all = loops.length === 1 ? 'The one loop' : `Of ${loops.length} loops`;
  if (loops.length === 1) return `${all} ${open === 1 ? 'does not close' : 'closes within chance'}.`;
  return `${all}, ${open === 0 ? 'none fails' : open === 1 ? 'one fails' : `${open} fail`} to close (p below 0.05); by chance alone about ${decimalText(loops.length * DISAGREES, 1)} would. Loops share studies, and small ones miss much.`;
}
