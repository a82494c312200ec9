import { useMemo } from 'react';
import { becauseWords } from '#core/reporting/becauseWords';
import { valueWriter } from '#core/reporting/displayScale';
import type { FigureOptions } from '#core/reporting/figure';
import { networkFigure } from '#core/reporting/networkFigure';
import { pText } from '#core/reporting/numbers';
import {
  analyseNetwork,
  type NetworkAnalysis,
  networkContrasts,
  networkParts,
} from '#core/synthesis/network/analyseNetwork';
import type { Contrast } from '#core/synthesis/network/contrasts';
import type { Split } from '#core/synthesis/network/directAndIndirect';
import { AnswerSentence } from '../../../parts/AnswerSentence.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { Note } from '../../../parts/Note.tsx';
import { Section } from '../../../parts/Section.tsx';
import { count } from '../../../words/count.ts';
import { counted } from '../../../words/counted.ts';
import { measureOf, studiesIn } from '../liveAnalysis.ts';
import {
  type AgainstReference,
  againstReference,
  inconsistencyWords,
  networkAnswer,
  usualReference,
} from '../networkWords.ts';
import { Drawn } from './Drawn.tsx';
import { LeagueTable } from './LeagueTable.tsx';
import { NetworkForest } from './NetworkForest.tsx';
import { NetworkFunnel } from './NetworkFunnel.tsx';
import { NetworkInconsistency } from './NetworkInconsistency.tsx';
import styles from './NetworkTab.module.css';
import type { TabProps } from './TabProps.ts';

/** Which treatment, against which? */
export function NetworkTab(props: TabProps) {
  const { data, plan } = props;
  const { measure, model, level, tauSquared } = plan.specification;
  const studies = useMemo(
    () => studiesIn(plan, { ...data, studies: data.networkStudies ?? data.studies }),
    [plan, data],
  );
  const found = useMemo(
    () =>
      analyseNetwork(studies, {
        measure,
        level,
        model:
          model === 'fixed'
            ? 'fixed'
            : tauSquared === 'DL'
              ? 'random-DL'
              : tauSquared === 'ML'
                ? 'random-ML'
                : 'random-REML',
        smallIsBetter: data.outcome.isLowerBetter,
      }),
    [studies, measure, level, model, tauSquared, data.outcome.isLowerBetter],
  );
  const contrasts = useMemo(() => networkContrasts(studies, measure), [studies, measure]);
  if (found.estimable) return <Network {...props} network={found.value} contrasts={contrasts} />;
  const parts = found.because === 'not-connected' ? networkParts(contrasts) : [];
  return (
    <Note kind="info" claim="There is no network result.">
      {becauseWords(found.because)}
      {parts.length > 0 && `: ${parts.map(part => part.join(', ')).join(' — ')}`}.
    </Note>
  );
}

interface NetworkProps extends TabProps {
  readonly network: NetworkAnalysis;
  readonly contrasts: readonly Contrast[];
}

function Network({ result, data, plan, name, network, contrasts }: NetworkProps) {
  const wanted = plan.specification.reference;
  const reference = wanted && network.treatments.includes(wanted) ? wanted : usualReference(network);
  const measure = measureOf(result, data);
  const rows = againstReference(network, reference);
  const write = valueWriter(
    measure.scale,
    rows.flatMap(({ lower, upper }) => [lower, upper]),
  );
  const { claim, rest } = networkAnswer(network, reference, data.outcome.isLowerBetter, write);
  const { level } = plan.specification;
  const people = network.people.reduce((sum, own) => (sum === null || own === null ? null : sum + own), 0);
  const drawn = useMemo(
    () => ({ ...network, measure: plan.specification.measure, contrasts, level }),
    [network, contrasts, plan.specification.measure, level],
  );
  const draw = useMemo(
    () => (options: FigureOptions) =>
      networkFigure(
        {
          treatments: network.treatments.map((treatment, place) => ({
            treatmentId: treatment,
            name: treatment,
            people: network.people[place] ?? null,
          })),
          comparisons: network.comparisons,
          referenceId: reference,
          notes:
            network.multiArm > 0 ? [`${counted(network.multiArm, 'study', 'studies')} with three arms or more.`] : [],
        },
        options,
      ),
    [network, reference],
  );
  const columns: readonly Column<AgainstReference>[] = [
    { key: 'name', head: 'Treatment', phone: 'title', cell: row => row.name },
    {
      key: 'effect',
      head: `${measure.title} (${result.spec.level} % CI)`,
      align: 'end',
      phone: 'end',
      cell: row => (
        <>
          <b>{write(row.estimate)}</b>{' '}
          <span className={styles.range}>{`${write(row.lower)} to ${write(row.upper)}`}</span>
        </>
      ),
    },
    {
      key: 'prediction',
      head: 'In a new study',
      align: 'end',
      phone: 'hidden',
      cell: row => (network.tauSquared > 0 ? `${write(row.predictionLower)} to ${write(row.predictionUpper)}` : '–'),
    },
    {
      key: 'score',
      head: 'P-score',
      align: 'end',
      cell: row => (
        <span className={styles.score}>
          <span className={styles.bar} aria-hidden="true">
            <span style={{ width: `${100 * row.pScore}%` }} />
          </span>
          {row.pScore.toFixed(2)}
        </span>
      ),
    },
  ];
  return (
    <>
      <AnswerSentence claim={claim}>{rest}</AnswerSentence>
      <div className={styles.columns}>
        <Drawn
          draw={draw}
          caption={`Network of ${name}: ${network.treatments.length} treatments, ${network.k} studies.${people === null ? '' : ' Area of a disc: people.'} Width and number of a line: studies that compare the two directly.`}
          fileName={`${name}, network`}
        />
        <div>
          <Section
            title={`Against ${reference}`}
            hint={people === null ? `${network.k} studies` : `${network.k} studies, ${count(people)} people`}
          >
            <DataTable label={`Effects against ${reference}`} columns={columns} rows={rows} rowKey={row => row.name} />
          </Section>
          <p className="muted">
            P-score: how surely a treatment is better than the others, from 0 to 1. It says nothing about how much
            better.
            {network.corrected > 0 &&
              ` ${counted(network.corrected, 'study has', 'studies have')} an arm without events; 0.5 was added to the cells.`}
          </p>
          <Note kind="info">{inconsistencyWords(network)}</Note>
        </div>
      </div>
      <NetworkForest network={drawn} reference={reference} isLowerBetter={data.outcome.isLowerBetter} name={name} />
      <Section
        title={`League table, ${measure.title.toLowerCase()}s`}
        hint="below: network, column against row (tinted: without “no effect”) · above: direct only, row against column"
      >
        <LeagueTable network={network} write={write} level={result.spec.level} />
      </Section>
      <Section
        title="Direct against indirect"
        hint="Do studies that compare two treatments directly say what the rest of the network says?"
      >
        <DataTable
          label="Direct and indirect evidence"
          columns={splitColumns(write)}
          rows={network.splits}
          rowKey={row => `${row.t1} ${row.t2}`}
        />
      </Section>
      <NetworkInconsistency
        contrasts={contrasts}
        tauSquared={network.tauSquared}
        level={level}
        measure={measure}
        write={write}
        name={name}
      />
      <NetworkFunnel
        measure={plan.specification.measure}
        contrasts={contrasts}
        treatments={network.treatments}
        reference={reference}
        studies={data.studies}
        name={name}
      />
    </>
  );
}

function splitColumns(write: (value: number) => string): readonly Column<Split>[] {
  return [
    { key: 'pair', head: 'Pair', phone: 'title', cell: row => `${row.t1} against ${row.t2}` },
    { key: 'studies', head: 'Studies', align: 'end', phone: 'hidden', cell: row => row.studies },
    { key: 'direct', head: 'Direct', align: 'end', cell: row => write(row.direct) },
    {
      key: 'indirect',
      head: 'Indirect',
      align: 'end',
      cell: row => (row.indirect ? write(row.indirect.estimate) : '–'),
    },
    { key: 'network', head: 'Network', align: 'end', cell: row => <b>{write(row.network)}</b> },
    {
      key: 'p',
      head: 'Difference, p',
      align: 'end',
      phone: 'end',
      cell: row => (row.difference ? pText(row.difference.p).replace('p = ', '') : '–'),
    },
  ];
}
