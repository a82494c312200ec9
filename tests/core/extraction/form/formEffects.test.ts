import { describe, expect, it } from 'vitest';
import { formEffects, type PlacedField } from '#core/extraction/form/formEffects';
import { formProblems } from '#core/extraction/form/formProblems';
import { READY_FORMS } from '#core/extraction/form/readyForms';

const field = (characteristicId: string | null, part: Partial<PlacedField> = {}): PlacedField => ({
  ...{ characteristicId, name: 'Design', block: 'study', kind: 'category', unit: '', help: '' },
  ...{ isRequired: false, isPlanned: false, choices: ['Parallel', 'Cluster'], lowest: null, highest: null },
  ...part,
});
const values = [
  { characteristicId: 'a', place: 'Firstson 2001', value: 'Parallel' },
  { characteristicId: 'a', place: 'Secondson 2002', value: 'Cluster' },
];
const change = (before: readonly PlacedField[], after: readonly PlacedField[], retired = false) =>
  formEffects({
    before: before.map(one => ({ ...one, isRetired: retired })),
    ...{ after, values, studies: 3, arms: 6 },
  });

describe('what a change of the form does to what is there', () => {
  it('names nothing where nothing changes', () => {
    expect(change([field('a')], [field('a')])).toEqual([]);
  });
  it('names values that lose their choice and keeps them', () => {
    const [effect] = change([field('a')], [field('a', { choices: ['Parallel', 'Factorial'] })]);
    expect(effect).toMatchObject({ change: 'changed', fitting: 1 });
    expect(effect?.unfit.map(one => one.place)).toEqual(['Secondson 2002']);
    expect(effect?.sentences).toEqual(['No longer a choice: Cluster.', 'A new choice: Factorial.']);
  });
  it('counts the places that a newly required field finds empty', () => {
    expect(change([field('a')], [field('a', { isRequired: true })])[0]?.empty).toBe(1);
    const added = change([], [field(null, { name: 'Dose', block: 'arms', isRequired: true })]);
    expect(added[0]).toMatchObject({ change: 'added', empty: 6, fitting: 0 });
  });
  it('says that values go away with a field, and come back with it', () => {
    expect(change([field('a')], [])[0]).toMatchObject({ change: 'put-away', fitting: 2, unfit: [] });
    expect(change([field('a')], [field('a')], true)[0]).toMatchObject({ change: 'brought-back', fitting: 2 });
  });
  it('reads what was a word as a number where it is one', () => {
    const [effect] = change([field('a')], [field('a', { kind: 'number', choices: [] })]);
    expect(effect?.unfit).toHaveLength(2);
  });
});

describe('a form', () => {
  it('is refused where names or choices are double, or a range is upside down', () => {
    const pointers = formProblems([
      field(null),
      field(null, { name: 'design ' }),
      field(null, { name: 'x', choices: ['A', 'a'] }),
      field(null, { name: 'y', kind: 'choices', choices: [] }),
      field(null, { name: 'z', kind: 'number', lowest: 2, highest: 1 }),
      field(null, { name: 'v', choices: ['a;b'] }),
    ]).map(problem => problem.pointer);
    expect(pointers).toEqual([1, 2, 3, 4, 5].map(place => expect.stringContaining(`/body/fields/${place}/`)));
  });
  it.each(READY_FORMS.map(form => [form.name, form] as const))('is ready for %s without a problem', (_, form) => {
    expect(formProblems(form.fields)).toEqual([]);
    expect(form.fields.length).toBeGreaterThan(15);
  });
});
