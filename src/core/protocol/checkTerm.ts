import { checkDates } from '#core/protocol/checkDates';
import { checkProximity } from '#core/protocol/checkProximity';
import { FIELDS, nearestField } from '#core/protocol/fieldTags';
import { isPropertyTerm } from '#core/protocol/propertyTerms';
import type { FoundProblem, Term } from '#core/protocol/queryTree';
import { STOP_WORDS } from '#core/protocol/stopWords';

const LOWER_OPERATOR = /^(and|or|not)$/i;
const FOREIGN: ReadonlyArray<{ readonly sign: RegExp; readonly message: string }> = [
  {
    sign: /^(?:adj|ADJ|near|NEAR|next|NEXT|[wW](?=\/))\/?\d+$|^(NEAR|NEXT|ADJ)$/,
    message: 'PubMed has no such operator: write "words here"[tiab:~N].',
  },
  {
    sign: /\.(ti|ab|mp|tw|kw|kf|pt|sh|fs|au|jn|lg|ot|nm|hw|rn|px|rx|ui|yr)(,(ti|ab|mp|tw|kw|kf|pt|sh|hw|ot|nm))*\.?$/i,
    message: 'This is Ovid’s way of naming fields: PubMed wants a tag such as [tiab] or [mh].',
  },
  {
    sign: /:(ti|ab|kw|de|it|au|jt|py|la|lnk|tn)(,(ti|ab|kw|de|tn))*$/i,
    message: 'This is Embase’s way of naming fields: PubMed wants a tag such as [tiab] or [mh].',
  },
  { sign: /\/(exp|de|mj)(\/mj)?$/i, message: 'This is Embase’s way of naming headings: PubMed wants "Heading"[mh].' },
  { sign: /^exp$/i, message: 'PubMed explodes every heading by itself: write "Heading"[mh] without exp.' },
];

/** What is wrong with one term, or reads otherwise than it looks. */
export function checkTerm(term: Term): readonly FoundProblem[] {
  if (term.historyLine !== null) return [historyLine(term)];
  return [
    ...checkTag(term),
    ...checkWords(term),
    ...checkWildcards(term),
    ...(term.tag?.distance !== null && term.tag !== null ? checkProximity(term) : []),
    ...checkDates(term),
    ...checkLimits(term),
  ];
}

function historyLine(term: Term): FoundProblem {
  return {
    code: 'history-line',
    severity: 'warning',
    start: term.start,
    end: term.end,
    message: `${term.text} means a line of one search history: nobody can repeat it elsewhere. Write the line itself here.`,
  };
}

function checkTag({ tag, range, start, end, text, quoted }: Term): FoundProblem[] {
  if (tag === null) {
    if (range !== null || isPropertyTerm(text)) return [];
    return [
      {
        code: 'untagged',
        severity: 'note',
        start,
        end,
        message: quoted
          ? 'Without a tag PubMed looks in all fields, and drops the quotes when it does not know the phrase.'
          : 'Without a tag PubMed chooses headings and fields by its own table, which changes with time.',
      },
    ];
  }
  if (tag.field === null) {
    const name = tag.written.replace(/^\[|\]$/g, '').split(':')[0] ?? '';
    const near = nearestField(name);
    const rest = /:.*(?=\]$)/.exec(tag.written)?.[0] ?? '';
    return [
      {
        code: 'unknown-tag',
        severity: 'error',
        start: tag.start,
        end: tag.end,
        message: `PubMed has no tag ${tag.written}${near ? `; [${near}] is ${FIELDS[near].longName}` : ''}. It would search all fields for it instead.`,
        ...(near ? { repair: `[${near}${rest}]` } : {}),
      },
    ];
  }
  const takesNoExplode =
    tag.field === 'mh' || tag.field === 'majr' || tag.field === 'sh' || tag.field === 'pt' || tag.field === 'pa';
  if (tag.unread !== null || (!tag.explode && !takesNoExplode)) {
    return [
      {
        code: 'unknown-tag',
        severity: 'error',
        start: tag.start,
        end: tag.end,
        message: `PubMed does not know what follows the colon in ${tag.written}.`,
        repair: `[${tag.field}]`,
      },
    ];
  }
  return [];
}

function checkWords(term: Term): FoundProblem[] {
  const problems: FoundProblem[] = [];
  if (term.words.length === 0) {
    problems.push({
      code: 'empty-phrase',
      severity: 'error',
      start: term.start,
      end: term.end,
      message: 'This phrase holds no word.',
      repair: '',
    });
  }
  if (term.quoted) return problems;
  const kind = term.tag?.field ? FIELDS[term.tag.field].kind : null;
  term.words.forEach((word, index) => {
    if (LOWER_OPERATOR.test(word.text)) {
      const isAtEdge = index === 0 || index === term.words.length - 1;
      // `head and neck neoplasms[mh]` is the name of a heading.
      if (!isAtEdge && kind !== 'text' && kind !== null) return;
      problems.push({
        code: 'lower-case-operator',
        severity: isAtEdge || kind === null ? 'error' : 'warning',
        start: word.start,
        end: word.end,
        message: `“${word.text}” in small letters is a word to PubMed, not an operator.`,
        repair: word.text.toUpperCase(),
      });
      return;
    }
    const foreign = FOREIGN.find(({ sign }) => sign.test(word.text));
    if (foreign)
      problems.push({
        code: 'foreign-syntax',
        severity: 'error',
        start: word.start,
        end: word.end,
        message: foreign.message,
      });
  });
  if (
    kind === 'text' &&
    term.words.length > 0 &&
    term.words.every(word => STOP_WORDS.has(word.text.toLowerCase()) && !LOWER_OPERATOR.test(word.text))
  ) {
    problems.push({
      code: 'stop-words',
      severity: 'warning',
      start: term.start,
      end: term.end,
      message: 'PubMed leaves such common words out of a search.',
    });
  }
  return problems;
}

function checkWildcards(term: Term): FoundProblem[] {
  const problems: FoundProblem[] = [];
  term.words.forEach((word, index) => {
    const span = { start: word.start, end: word.end };
    const other = /[a-z][?$]|[?$][a-z]/i.exec(word.text);
    if (other) {
      problems.push({
        code: 'foreign-wildcard',
        severity: 'error',
        ...span,
        message: 'PubMed’s only wildcard is *, at the end of a word.',
      });
    }
    const star = word.text.indexOf('*');
    if (star < 0) return;
    const isLast = index === term.words.length - 1;
    const leading = word.text.slice(0, star).replace(/[^\p{L}\p{N}]/gu, '').length;
    if (star < word.text.length - 1) {
      problems.push({
        code: 'wildcard-inside',
        severity: 'error',
        ...span,
        message: 'PubMed takes * only at the end of a word.',
      });
    } else if (!isLast) {
      problems.push({
        code: 'wildcard-inside',
        severity: 'error',
        ...span,
        message: 'PubMed takes * only at the end of the last word of a phrase.',
      });
    } else if (leading < 4) {
      problems.push({
        code: 'wildcard-short',
        severity: term.words.length > 1 && leading > 0 ? 'warning' : 'error',
        ...span,
        message: `PubMed wants at least 4 letters before *; here ${leading === 0 ? 'are none' : leading === 1 ? 'is 1' : `are ${leading}`}.`,
      });
    } else if (term.tag?.field === 'mh' || term.tag?.field === 'majr') {
      problems.push({
        code: 'wildcard-heading',
        severity: 'warning',
        ...span,
        message: 'With * PubMed no longer explodes the heading: narrower headings are lost.',
      });
    }
  });
  return problems;
}

const LIMITS: ReadonlyArray<{ readonly is: (term: Term) => boolean; readonly message: string }> = [
  {
    is: term => term.tag?.field === 'la',
    message: 'A language limit loses studies in other languages: report it and say why.',
  },
  {
    is: term => term.text.toLowerCase() === 'hasabstract',
    message: 'hasabstract loses records without an abstract, old trials and letters among them.',
  },
  {
    is: term => /^(free )?full text$/i.test(term.text) && term.tag?.field === 'sb',
    message: 'A full-text limit chooses studies by where they were published.',
  },
  {
    is: term => term.text.toLowerCase() === 'medline' && term.tag?.field === 'sb',
    message: 'medline[sb] loses the newest records and all that are never indexed.',
  },
];

function checkLimits(term: Term): FoundProblem[] {
  return LIMITS.filter(limit => limit.is(term)).map(({ message }) => ({
    code: 'limit',
    severity: 'note' as const,
    start: term.start,
    end: term.end,
    message,
  }));
}
