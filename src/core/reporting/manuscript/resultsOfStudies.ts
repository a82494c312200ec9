import { recordsFromDatabases, recordsFromRegisters, sumOf } from '#core/reporting/flowCounts';
import type { DraftSection } from '#core/reporting/manuscript/draft';
import type { AppraisalFact, ManuscriptFacts } from '#core/reporting/manuscript/facts';
import {
  bound,
  counted,
  exhibit,
  gap,
  inList,
  lowerFirst,
  paragraphs,
  say,
} from '#core/reporting/manuscript/sentences';

const of = (what: string) => ({ from: `Flow diagram: ${what}`, page: 'report' });

export function flowSection({ flow, waiting, searches }: ManuscriptFacts): DraftSection {
  const { screening, reports, included, removed, other } = flow;
  const identified = recordsFromDatabases(flow) + recordsFromRegisters(flow);
  const excluded = reports.excluded.filter(({ n }) => n > 0);
  if (searches.length === 0)
    return {
      id: 'flow',
      part: 'Results',
      title: 'Flow of studies',
      paragraphs: [[gap('flow', 'No records are identified yet.', 'Go to the search', 'search')]],
    };
  return {
    id: 'flow',
    part: 'Results',
    title: 'Flow of studies',
    paragraphs: paragraphs(
      [
        waiting > 0
          ? gap(
              'flow-unfinished',
              `Selection is in progress: ${waiting} left. The numbers below will change.`,
              'Go on screening',
              'screening',
            )
          : null,
        say('identified', [
          'The searches identified ',
          ...counted(identified, 'record', 'records', of('records identified')),
          '; ',
          ...counted(removed.duplicates, 'duplicate was', 'duplicates were', of('duplicates')),
          ' removed.',
        ]),
        removed.byAutomation > 0
          ? say('automation', [
              ...counted(removed.byAutomation, 'record was', 'records were', of('marked ineligible by automation')),
              ` ${removed.automation ?? 'marked as ineligible by automation tools'}.`,
            ])
          : null,
        say('screened', [
          'Of ',
          ...counted(screening.screened, 'record screened', 'records screened', of('records screened')),
          ', ',
          ...counted(screening.excluded, 'was', 'were', of('records excluded')),
          ' excluded.',
        ]),
        say('sought', [
          'We sought ',
          ...counted(reports.sought, 'report', 'reports', of('reports sought')),
          '; ',
          ...counted(reports.notRetrieved, 'was', 'were', of('reports not retrieved')),
          ' not retrieved.',
        ]),
        say('assessed', [
          'Of ',
          ...counted(reports.assessed, 'report read', 'reports read', of('reports assessed')),
          ', ',
          ...counted(sumOf(reports.excluded), 'was', 'were', of('reports excluded')),
          ' excluded',
          ...(excluded.length > 0
            ? [
                ' (',
                ...inList(
                  excluded.map(({ name, n }) => bound(`${lowerFirst(name)}, ${n}`, 'Flow diagram: reasons', 'report')),
                ),
                ')',
              ]
            : []),
          '.',
        ]),
        other
          ? say('other-methods', [
              'Other methods identified ',
              ...counted(sumOf(other.identified), 'record', 'records', of('other methods')),
              ', of which ',
              ...counted(other.reports.included, 'report was', 'reports were', of('included by other methods')),
              ' included.',
            ])
          : null,
        say('included', [
          'The review includes ',
          ...counted(included.studies, 'study', 'studies', of('studies included')),
          ' with ',
          ...counted(included.reports, 'report', 'reports', of('reports included')),
          '.',
        ]),
      ],
      [exhibit('flow', 'figure', 'PRISMA 2020 flow diagram')],
      [excluded.length > 0 ? exhibit('excluded', 'table', 'Reports excluded at full text, with reasons') : null],
    ),
  };
}

export function characteristicsSection({ extraction, flow }: ManuscriptFacts): DraftSection {
  const { studies, firstYear, lastYear } = extraction;
  const missing = flow.included.studies - studies;
  return {
    id: 'characteristics',
    part: 'Results',
    title: 'Characteristics of studies',
    paragraphs: paragraphs(
      [
        studies > 0
          ? say('described', [
              ...counted(studies, 'study is', 'studies are', { from: 'Extraction', page: 'extraction' }),
              ' described in the table of characteristics',
              ...(firstYear === null || lastYear === null
                ? []
                : [
                    ', published ',
                    firstYear === lastYear
                      ? bound(`in ${firstYear}`, 'Extraction: years', 'extraction')
                      : bound(`from ${firstYear} to ${lastYear}`, 'Extraction: years', 'extraction'),
                  ]),
              '.',
            ])
          : gap('described', 'No study is described yet.', 'Go to extraction', 'extraction'),
        studies > 0 && missing > 0
          ? gap(
              'not-described',
              `${missing} of ${flow.included.studies} included studies are not described yet.`,
              'Go to extraction',
              'extraction',
            )
          : null,
      ],
      [studies > 0 ? exhibit('characteristics', 'table', 'Characteristics of included studies') : null],
    ),
  };
}

function judgedSentence({ key, toolName, outcomeName, planned, judged, ofResults }: AppraisalFact) {
  const page = 'risk-of-bias';
  const settled = judged.reduce((sum, { n }) => sum + n, 0);
  const what = ofResults ? ['result', 'results'] : ['study', 'studies'];
  if (settled === 0)
    return gap(
      `judged-${key}`,
      `${toolName}${outcomeName ? `, ${outcomeName}` : ''}: no judgement is settled yet.`,
      'Go to risk of bias',
      page,
    );
  return say(`judged-${key}`, [
    `By ${toolName}${outcomeName ? ` for ${outcomeName}` : ''}, `,
    ...inList(
      judged.filter(({ n }) => n > 0).map(({ word, n }) => bound(`${n} ${lowerFirst(word)}`, 'Risk of bias', page)),
    ),
    ' (of ',
    ...counted(settled, `${what[0]} judged`, `${what[1]} judged`, { from: 'Risk of bias', page }),
    planned > settled ? `; ${planned - settled} not settled yet).` : ').',
  ]);
}

export function biasSection({ appraisals }: ManuscriptFacts): DraftSection {
  const isJudged = appraisals.some(({ judged }) => judged.some(({ n }) => n > 0));
  return {
    id: 'bias',
    part: 'Results',
    title: 'Risk of bias',
    paragraphs: paragraphs(
      appraisals.length > 0
        ? appraisals.map(judgedSentence)
        : [gap('judged', 'Risk of bias has not been judged.', 'Plan appraisals', 'risk-of-bias')],
      [isJudged ? exhibit('bias', 'figure', 'Risk of bias, study by study') : null],
    ),
  };
}
