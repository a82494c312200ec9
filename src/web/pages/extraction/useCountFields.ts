import { use, useState } from 'react';
import { removeStudyCounts, saveStudyCounts } from '#contract/counts';
import type { BodyInputOf } from '#contract/endpoint';
import type { Converted, Provenance } from '#core/extraction/convert';
import type { ResultQuestion } from '#core/extraction/questionableResult';
import { call } from '../../call.ts';
import { joinedSource, ReadingContext } from '../../parts/reading/reading.ts';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { type CountsFormProps, storedCounts } from './countsText.ts';
import { numberInQuote } from './reading/reading.ts';
import { numberText, readNumber } from './readNumber.ts';
import type { Source } from './sheet/sheet.ts';
import { useDeed } from './useExtraction.ts';

type StoredCounts = NonNullable<ReturnType<typeof storedCounts>>;
type CountsBody = BodyInputOf<typeof saveStudyCounts>;
type Numbers = Readonly<Record<string, number>>;

/** Which numbers a study gives as a whole, and how they stand in what is stored. */
export interface CountShape {
  readonly names: readonly string[];
  /** Where the server's answer to a field points. */
  readonly pointer: (name: string) => string;
  readonly numbersOf: (counts: StoredCounts['counts']) => Numbers | null;
  readonly countsOf: (numbers: Numbers) => CountsBody['counts'];
}

const FOUND_AT = 'foundAt';

/** The fields of numbers that belong together: saved on leaving one as soon as all are there, removed when all are empty. */
export function useCountFields(
  { reviewId, study, outcome, because, tellTrouble }: CountsFormProps,
  { names, pointer, numbersOf, countsOf }: CountShape,
) {
  const { outcomeId } = outcome;
  const stored = storedCounts(study, outcomeId);
  const known = stored ? numbersOf(stored.counts) : null;
  const before = textOf(names, known, stored?.conversion ?? null, stored?.foundAt ?? '');
  const [text, setText] = useState(before);
  const params = { reviewId, studyId: study.studyId, outcomeId };
  const save = useDeed(
    reviewId,
    (body: CountsBody | null) =>
      body === null ? call(removeStudyCounts, { params }) : call(saveStudyCounts, { params, body }),
    { scope: { id: outcomeId } },
  );
  const errors = useFieldErrors(save.error, [...names.map(pointer), FOUND_AT]);
  const reading = use(ReadingContext);
  const [given, setGiven] = useState<Source | null>();
  const source = given === undefined ? (stored?.source ?? null) : given;

  /** The numbers of the fields, when all can be read; every digit of a converted one that was left alone. */
  const read = (next: Readonly<Record<string, string>>): Numbers | null => {
    const found = names.map((name): [string, number | null] => {
      if (known && next[name] === before[name]) return [name, known[name] ?? null];
      const number = readNumber(next[name] ?? '');
      return [name, number.isRead ? number.value : null];
    });
    return found.every((one): one is [string, number] => one[1] !== null) ? Object.fromEntries(found) : null;
  };
  const isStored = known !== null && names.every(name => text[name] === before[name]);
  const told = { onSuccess: () => tellTrouble(outcomeId, false), onError: () => tellTrouble(outcomeId, true) };
  // A conversion and answers hold for these numbers alone: other ones drop them. Where it was read stays, as in words.
  const send = (next: Readonly<Record<string, string>>, from: Source | null, answered?: ResultQuestion) => {
    const numbers = read(next);
    if (numbers === null) return save.mutate(null, told);
    const kept = stored && names.every(name => next[name] === before[name]) ? stored : null;
    const answers = [...(kept?.answered ?? []), ...(answered ? [answered] : [])];
    const body = { counts: countsOf(numbers), foundAt: (next[FOUND_AT] ?? '').trim(), source: from };
    save.mutate({ ...body, conversion: kept?.conversion ? askedOf(kept.conversion) : null, answered: answers }, told);
  };
  const put = (next: Source | null, name?: string) => {
    const number = next && name && (text[name] ?? '').trim() === '' ? numberInQuote(next.quote) : null;
    const filled = number !== null && name ? { ...text, [name]: number } : text;
    const from = next && number !== null ? joinedSource(source, next) : next;
    setText(filled);
    setGiven(from);
    if (read(filled)) send(filled, from);
  };
  const keep = () => {
    const isEmpty = names.every(name => (text[name] ?? '').trim() === '');
    if (JSON.stringify(text) === JSON.stringify(before) && !save.isError) return tellTrouble(outcomeId, false);
    if (read(text) === null && !(isEmpty && stored)) return tellTrouble(outcomeId, !isEmpty);
    send(text, source);
  };
  return {
    text,
    stored,
    source,
    errors,
    save,
    isStored,
    numbers: read(text),
    set: (name: string, value: string) => setText({ ...text, [name]: value }),
    errorOf: (name: string) => {
      const number = readNumber(text[name] ?? '');
      return number.isRead ? errors.of(pointer(name)) : number.problem;
    },
    put,
    keep,
    press: (name?: string) => {
      const next = because === null ? reading.take() : null;
      if (next) put(next, name);
    },
    answer: (question: ResultQuestion) => send(text, source, question),
    apply: ({ provenance, ...converted }: Converted, then: () => void) => {
      const numbers = Object.fromEntries(
        Object.entries(converted.numbers).flatMap(([name, value]) =>
          names.includes(name) && typeof value === 'number' ? [[name, value] as const] : [],
        ),
      );
      const foundAt = text[FOUND_AT] ?? '';
      save.mutate(
        { counts: countsOf(numbers), foundAt: foundAt.trim(), source, conversion: askedOf(provenance) },
        {
          onSuccess: () => {
            setText(textOf(names, numbers, provenance, foundAt));
            tellTrouble(outcomeId, false);
            then();
          },
        },
      );
    },
  };
}

const askedOf = ({ conversion, given, choices }: Provenance) => ({ conversion, given, choices });

/** A number that was converted is shown short; every digit of it stays stored. */
function textOf(
  names: readonly string[],
  numbers: Numbers | null,
  conversion: Provenance | null,
  foundAt: string,
): Record<string, string> {
  const shown = (value: number | null) =>
    numberText(value === null || !conversion ? value : Number(value.toPrecision(5)));
  return { ...Object.fromEntries(names.map(name => [name, shown(numbers?.[name] ?? null)])), [FOUND_AT]: foundAt };
}
