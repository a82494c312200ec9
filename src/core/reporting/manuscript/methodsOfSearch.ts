import { dateText } from '#core/dateText';
import type { Block, DraftSection, Piece } from '#core/reporting/manuscript/draft';
import type { Deviation, ManuscriptFacts, SearchFact } from '#core/reporting/manuscript/facts';
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

/** What a deviation says in the Methods, and that its reason is still missing. */
export function deviationSentence({ id, on, what, reason }: Deviation) {
  const told: Piece[] = [
    'Deviation from the protocol (',
    bound(dateText(on), 'Protocol: amendments', 'protocol'),
    '): ',
    bound(what, 'Protocol: amendments', 'protocol'),
    reason === '' ? '.' : '; ',
    ...(reason === '' ? [] : [bound(reason.replace(/\.$/, ''), 'Protocol: amendments', 'protocol'), '.']),
  ];
  return say(
    `deviation-${id}`,
    told,
    reason === ''
      ? { kind: 'deviation', text: 'Deviation from protocol, reason needed', mend: 'Give the reason', page: 'protocol' }
      : null,
  );
}

export function protocolSection({ registration, deviations }: ManuscriptFacts): DraftSection {
  return {
    id: 'protocol',
    part: 'Methods',
    title: 'Protocol and registration',
    paragraphs: paragraphs(
      [
        registration
          ? say('registration', ['The protocol was registered: ', bound(registration, 'Protocol', 'protocol'), '.'])
          : gap('registration', 'Registration of the protocol: not stated.', 'Fill in the protocol', 'protocol'),
        deviations.length === 0
          ? say('deviations', [
              'Pooled’s record shows ',
              bound('no deviation', 'Protocol: amendments', 'protocol'),
              ' from the protocol.',
            ])
          : null,
      ],
      deviations.map(deviationSentence),
    ),
  };
}

export function eligibilitySection({ question, include, exclude }: ManuscriptFacts): DraftSection {
  const criterion = (text: string) => bound(lowerFirst(text.replace(/\.$/, '')), 'Question: criteria', 'question');
  return {
    id: 'eligibility',
    part: 'Methods',
    title: 'Eligibility',
    paragraphs: paragraphs(
      question
        ? [
            say('question', [
              'The question (',
              bound(question.frame, 'Question', 'question'),
              ', version ',
              bound(String(question.version), 'Question', 'question'),
              ') was set out by ',
              ...question.slots
                .filter(({ text }) => text !== '')
                .flatMap(({ slot, text }, place): Piece[] => [
                  `${place === 0 ? '' : '; '}${slot}: `,
                  bound(text, `Question: ${slot}`, 'question'),
                ]),
              '.',
            ]),
          ]
        : [gap('question', 'The question has not been written.', 'Write the question', 'question')],
      [
        include.length > 0
          ? say('include', ['We included studies by these criteria: ', ...semicolons(include.map(criterion)), '.'])
          : gap('include', 'No criterion of inclusion is written down.', 'Add criteria', 'question'),
        exclude.length > 0
          ? say('exclude', [
              'Reports were excluded for one of these reasons: ',
              ...semicolons(exclude.map(criterion)),
              '.',
            ])
          : null,
      ],
    ),
  };
}

function semicolons(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, place) => (place === 0 ? [piece] : ['; ', piece]));
}

const isOther = ({ kind }: SearchFact) => kind !== 'database' && kind !== 'register';

export function searchSection({ searches, flow }: ManuscriptFacts): DraftSection {
  const main = searches.filter(one => !isOther(one));
  const others = searches.filter(isOther);
  const where = ({ source, platform, ranOn }: SearchFact): Piece =>
    bound(`${source}${platform ? ` (${platform})` : ''} on ${dateText(ranOn)}`, 'Searches', 'search');
  const withoutStrategy = main.filter(one => !one.hasStrategy);
  const checked = main.filter(one => one.peerReview);
  const limited = main.filter(one => one.limits);
  const filtered = main.filter(one => one.filters);
  const told: (Block | null)[] = [
    main.length > 0
      ? say('searched', ['We searched ', ...inList(main.map(where)), '.'])
      : gap('searched', 'No search is recorded.', 'Record a search', 'search'),
    others.length > 0
      ? say('searched-others', ['We also looked for records in ', ...inList(others.map(where)), '.'])
      : null,
    main.length > withoutStrategy.length
      ? say('strategies', ['The strategies as they were run stand in the table of searches.'])
      : null,
    withoutStrategy.length > 0
      ? gap(
          'strategy-missing',
          `Strategy as run: not recorded for ${names(withoutStrategy)}.`,
          'Describe the search',
          'search',
        )
      : null,
    limited.length > 0
      ? say('limits', [
          'Limits: ',
          ...semicolons(limited.map(one => bound(`${one.source}: ${one.limits}`, 'Searches', 'search'))),
          '.',
        ])
      : null,
    filtered.length > 0
      ? say('filters', [
          'Published filters: ',
          ...semicolons(filtered.map(one => bound(`${one.source}: ${one.filters}`, 'Searches', 'search'))),
          '.',
        ])
      : null,
    checked.length > 0
      ? say('peer-review', [
          'Looked over by others: ',
          ...semicolons(checked.map(one => bound(`${one.source}: ${one.peerReview}`, 'Searches', 'search'))),
          '.',
        ])
      : main.length > 0
        ? gap(
            'peer-review',
            'Whether anybody looked the strategy over (PRESS): not recorded.',
            'Describe the search',
            'search',
          )
        : null,
    main.length > 0
      ? say('duplicates', [
          'Duplicates were looked for with Pooled; ',
          ...counted(flow.removed.duplicates, 'duplicate was', 'duplicates were', {
            from: 'Flow diagram: duplicates',
            page: 'report',
          }),
          ' removed.',
        ])
      : null,
  ];
  return {
    id: 'search',
    part: 'Methods',
    title: 'Search',
    paragraphs: paragraphs(told, [
      main.length > 0 ? exhibit('searches', 'table', 'Searches, source by source (PRISMA-S)') : null,
    ]),
  };
}

function names(searches: readonly SearchFact[]): string {
  return [...new Set(searches.map(one => one.source))].join(', ');
}
